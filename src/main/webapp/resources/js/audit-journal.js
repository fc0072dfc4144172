/* The journal: lines through REST, newest first, and new ones live. The filter stands in the address, so that it can be
   sent to somebody. */
(function () {
  'use strict';
  var card = document.getElementById('journal');
  var form = document.getElementById('journalFilter');
  var body = document.getElementById('journalLines');
  var template = document.getElementById('journalLine');
  var loading = document.getElementById('journalLoading');
  var empty = document.getElementById('journalEmpty');
  var more = document.getElementById('journalMore');
  var live = document.getElementById('journalLive');
  var api = card.dataset.root + 'api/v1/journal';
  var FIELDS = ['text', 'kind', 'actor', 'from', 'to', 'subject', 'project'];
  var MOST = 1000;
  var SHORT = 400;
  var words = {};
  var asked = 0;
  var next = null;
  var stream = null;

  document.getElementById('journalWords').content.querySelectorAll('[data-key]').forEach(function (word) {
    words[word.dataset.key] = word.textContent;
  });

  var PAGES = {
    alarm: function (line) { return 'alarms/desk?id=' + line.subject.id; },
    bill: function (line) { return 'bills/bill?id=' + line.subject.id; },
    device: function (line) { return 'alarms/device?id=' + line.subject.id; },
    invitation: function (line) { return 'projects/members?project=' + line.project; },
    member: function (line) { return 'projects/members?project=' + line.project; },
    project: function (line) { return 'projects/project?id=' + line.subject.id; }
  };

  function word(group, name) { return words[group + '.' + name] || name; }

  /** 2026-01-05T14:02 on the Swedish clock, as an instant. */
  function instant(local) {
    if (!local) { return ''; }
    var guess = Date.parse(local + 'Z');
    var shown = fp.date(guess) + 'T' + fp.clock(guess).replace(/\./g, ':') + 'Z';
    return new Date(2 * guess - Date.parse(shown)).toISOString();
  }

  function query() {
    var wanted = new URLSearchParams();
    FIELDS.forEach(function (name) {
      var value = form.elements[name].value.trim();
      if (name === 'from' || name === 'to') { value = instant(value); }
      if (value) { wanted.set(name, value); }
    });
    return wanted;
  }

  var INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

  /** A value for people: of a field whose values have names, its name; an instant on the Swedish clock. */
  function text(value, field) {
    if (value === null || value === undefined || value === '') { return words['value.none']; }
    if (typeof value === 'boolean') { return words['value.' + value]; }
    if (Array.isArray(value)) { return value.map(function (one) { return text(one, field); }).join(', ') || words['value.none']; }
    if (typeof value === 'object') { return JSON.stringify(value); }
    var plain = String(value);
    var named = words['value.' + field + '.' + plain];
    if (named) { return named; }
    if (INSTANT.test(plain)) { return fp.date(plain) + ' ' + fp.clock(plain); }
    return plain.length > SHORT ? plain.slice(0, SHORT) + '…' : plain;
  }

  function said(tag, className, label, value) {
    var node = fp.el(tag, className);
    node.appendChild(fp.el('span', 'sr', label + ' '));
    node.appendChild(document.createTextNode(value));
    return node;
  }

  /** Of lists what came and what went; of other values before and after. */
  function change(before, after, field) {
    var cell = fp.el('dd');
    if (Array.isArray(before) && Array.isArray(after)) {
      var gone = before.filter(function (one) { return after.indexOf(one) < 0; });
      var come = after.filter(function (one) { return before.indexOf(one) < 0; });
      if (gone.length) { cell.appendChild(said('span', 'before', card.dataset.was, text(gone, field))); }
      if (gone.length && come.length) { cell.appendChild(fp.el('span', 'arrow', '→')); }
      if (come.length) { cell.appendChild(said('span', 'after', card.dataset.became, '+ ' + text(come, field))); }
    } else if (before !== undefined && after !== undefined) {
      cell.appendChild(said('span', 'before', card.dataset.was, text(before, field)));
      cell.appendChild(fp.el('span', 'arrow', '→'));
      cell.appendChild(said('span', 'after', card.dataset.became, text(after, field)));
    } else if (after === undefined) {
      cell.appendChild(said('span', 'before', card.dataset.was, text(before, field)));
    } else {
      cell.appendChild(document.createTextNode(text(after, field)));
    }
    return cell;
  }

  function changes(list, before, after) {
    var names = Object.keys(before).concat(Object.keys(after).filter(function (name) { return !(name in before); }));
    var both = Object.keys(before).length && Object.keys(after).length;
    names.sort().forEach(function (name) {
      /* Whose name is told beside it is told. */
      if ((name + 'Name') in after) { return; }
      if (!both && name === calledBy(Object.assign({}, before, after))) { return; }
      if (both && JSON.stringify(before[name]) === JSON.stringify(after[name])) { return; }
      list.appendChild(fp.el('dt', '', word('field', name)));
      list.appendChild(change(before[name], after[name], name));
    });
  }

  /** The field that the thing is called by in its heading. */
  function calledBy(known) {
    return ['title', 'name', 'email', 'identity'].find(function (field) { return known[field]; });
  }

  function title(line) {
    var known = Object.assign({}, line.before, line.after);
    var name = known[calledBy(known)];
    return word('subject', line.subject.kind) + (typeof name === 'string' ? ' ' + text(name) : '');
  }

  function subject(cell, line) {
    var page = PAGES[line.subject.kind];
    if (page && (line.project || page.length === 1)) {
      var link = fp.el('a', '', title(line));
      link.href = card.dataset.root + page(line);
      cell.appendChild(link);
    } else {
      cell.appendChild(document.createTextNode(title(line)));
    }
    var only = fp.el('button', 'btn ghost icon only');
    only.type = 'button';
    only.title = card.dataset.only;
    only.setAttribute('aria-label', card.dataset.only + ': ' + title(line));
    only.dataset.subject = line.subject.id;
    only.appendChild(fp.icon('funnel', 'xs'));
    cell.appendChild(only);
  }

  function render(line) {
    var row = template.content.firstElementChild.cloneNode(true);
    row.dataset.id = line.id;
    var time = row.querySelector('time');
    time.dateTime = line.at;
    time.title = line.at + ' · ' + line.node;
    time.textContent = fp.date(line.at) + ' ' + fp.clock(line.at);
    row.querySelector('[data-kind]').textContent = word('kind', line.kind);
    subject(row.querySelector('[data-subject]'), line);
    changes(row.querySelector('[data-changes]'), line.before, line.after);
    row.querySelector('td.who').textContent = line.actor.name;
    row.querySelector('td.where').textContent = line.address;
    return row;
  }

  function add(line, arrived) {
    var rows = body.children;
    var place = 0;
    while (place < rows.length && rows[place].dataset.id > line.id) { place++; }
    if (rows[place] && rows[place].dataset.id === line.id) { return; }
    if (arrived && next && place === rows.length) { return; }
    var row = render(line);
    if (arrived) { row.classList.add('new'); }
    body.insertBefore(row, rows[place] || null);
    if (arrived && rows.length > MOST) {
      body.lastElementChild.remove();
      next = body.lastElementChild.dataset.id;
    }
  }

  function settle() {
    card.removeAttribute('aria-busy');
    loading.hidden = true;
    empty.hidden = body.children.length > 0;
    more.hidden = !next;
  }

  function state(name) {
    live.className = 'tag' + (name === 'on' ? ' green' : name === 'off' ? ' amber' : '');
    live.querySelector('.dot').classList.toggle('live', name === 'on');
    live.querySelector('[data-text]').textContent = live.dataset[name];
  }

  function watch(wanted) {
    if (stream) { stream.close(); }
    stream = null;
    if (wanted.has('to')) { state('off'); return; }
    var address = new URLSearchParams(wanted);
    if (body.firstElementChild) { address.set('seen', body.firstElementChild.dataset.id); }
    state('waiting');
    stream = new EventSource(api + '/live?' + address);
    stream.addEventListener('open', function () { state('on'); });
    stream.addEventListener('line', function (event) {
      add(JSON.parse(event.data), true);
      settle();
    });
    stream.addEventListener('error', function () {
      if (this.readyState === EventSource.CLOSED) { state('off'); }
    });
  }

  function load(after) {
    var mine = ++asked;
    var wanted = query();
    if (!after) {
      if (stream) { stream.close(); }
      body.replaceChildren();
      next = null;
      loading.hidden = false;
      empty.hidden = true;
      more.hidden = true;
      card.setAttribute('aria-busy', 'true');
    } else {
      wanted.set('after', after);
    }
    return fp.get(api + '?' + wanted).then(function (page) {
      if (mine !== asked) { return; }
      page.items.forEach(function (line) { add(line, false); });
      next = page.next;
      settle();
      if (!after) { watch(query()); }
    }).catch(function () {
      if (mine === asked) { settle(); state('off'); }
    });
  }

  /** The words themselves, not instants: whoever opens the address sees the same clock. */
  function remember() {
    var address = new URLSearchParams();
    FIELDS.forEach(function (name) {
      if (form.elements[name].value) { address.set(name, form.elements[name].value); }
    });
    history.replaceState(null, '', location.pathname + (String(address) ? '?' + address : ''));
    form.querySelectorAll('[data-unset]').forEach(function (chip) {
      chip.hidden = !form.elements[chip.dataset.unset].value;
    });
  }

  function changed() {
    remember();
    load();
  }

  function clear() {
    FIELDS.forEach(function (name) { form.elements[name].value = ''; });
    changed();
  }

  var typing = null;
  form.addEventListener('input', function () {
    clearTimeout(typing);
    typing = setTimeout(changed, 300);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    clearTimeout(typing);
    changed();
  });
  form.addEventListener('reset', function (event) {
    event.preventDefault();
    clear();
  });
  document.addEventListener('click', function (event) {
    var unset = event.target.closest('[data-unset]');
    if (unset) {
      form.elements[unset.dataset.unset].value = '';
      changed();
    }
    if (event.target.closest('[data-clear]')) { clear(); }
    var only = event.target.closest('[data-subject]');
    if (only && only.dataset.subject) {
      form.elements.subject.value = only.dataset.subject;
      changed();
    }
  });
  more.querySelector('button').addEventListener('click', function () { load(next); });

  var given = new URLSearchParams(location.search);
  FIELDS.forEach(function (name) {
    if (given.has(name)) { form.elements[name].value = given.get(name); }
  });
  remember();
  load();
}());
