/* A conversation with a device, the newest first: what was sent, down to the bytes. Follows by itself until a past period
   is asked for. What is searched for stands in the address, so that a search can be sent to a colleague. */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var fp = window.fp;
  var box = document.getElementById('conversation');
  if (!box || !fp) { return; }
  var byId = function (id) { return document.getElementById(id); };
  var said = box.dataset;
  var list = byId('talk');
  var form = byId('search');
  var seen = new Map();
  var older = null;
  var newest = null;
  var wanted = {};
  var paused = false;
  var timer = null;
  var round = 0;
  /* Rows are committed after their own time: those of another node by as much as its clock is behind, and those that waited while the
     database was away. So each look begins a minute before the newest line, but reads no more known lines than fill a page. */
  var LATE = 60000;
  var AGAIN = 200;
  var EVERY = 1000;
  var MOST = 2000;
  var DAY = 86400000;
  var NAMES = ['text', 'direction', 'kind', 'verdict', 'peer', 'from', 'to'];
  var signals = {};
  var protocols = {};
  byId('kinds').content.querySelectorAll('i').forEach(function (word) { signals[word.dataset.key] = word.textContent; });
  byId('protocols').content.querySelectorAll('i').forEach(function (word) { protocols[word.dataset.key] = word.textContent; });
  var verdicts = new Map();
  Array.from(form.elements.verdict.options).forEach(function (option) { verdicts.set(option.value, option.textContent); });
  /* A verdict in words; of one with a number in it (snu-5) the word and the number. */
  function outcome(verdict) {
    var part = /^([a-z]+-)(\d+)$/.exec(verdict);
    return verdicts.get(verdict) || (part && verdicts.has(part[1]) ? verdicts.get(part[1]) + ' ' + part[2] : verdict);
  }

  function fill(pattern, value) { return pattern.replace('{0}', value); }
  function millis(at) { var part = /\.(\d{1,3})/.exec(at); return ((part ? part[1] : '') + '000').slice(0, 3); }
  function colour(verdict) {
    var word = String(verdict).toLowerCase();
    if (/^(accepted|stored|receipt|sent|delivered|ack|ok)/.test(word)) { return 'green'; }
    if (/repeat|retransmi|duplicate/.test(word)) { return 'blue'; }
    if (/bad|fail|refus|garbage|malformed|unknown|nak|duh|reject|wrong|snu|status|not-/.test(word)) { return 'amber'; }
    return '';
  }

  /* What is typed is Swedish time, as everything that is shown. Of an hour that comes twice a search begins in the first and ends
     in the second, as WallTime reads an end; one that never comes is reckoned on from the hour before. */
  function swedish(typed, isEnd) {
    var wall = Date.parse(typed + 'Z');
    function ahead(at) { return Date.parse(fp.date(at) + 'T' + fp.clock(at).replace(/\./g, ':') + 'Z') - at; }
    var moments = [wall - ahead(wall - DAY), wall - ahead(wall + DAY)];
    var real = moments.filter(function (at) { return at + ahead(at) === wall; });
    var at = real.length ? real[isEnd ? real.length - 1 : 0] : moments[0];
    return new Date(at).toISOString();
  }

  /* Offset, sixteen bytes in hexadecimal, the same as text. */
  function dump(base64) {
    var bytes = atob(base64 || '');
    var wide = window.innerWidth > 640 ? 16 : 8;
    var lines = [];
    for (var at = 0; at < bytes.length; at += wide) {
      var hex = '';
      var ascii = '';
      for (var i = 0; i < wide; i++) {
        if (at + i < bytes.length) {
          var code = bytes.charCodeAt(at + i);
          hex += (code < 16 ? '0' : '') + code.toString(16) + ' ';
          ascii += code >= 32 && code < 127 ? bytes.charAt(at + i) : '·';
        } else { hex += '   '; }
        if (i === wide / 2 - 1) { hex += ' '; }
      }
      lines.push(('000' + at.toString(16)).slice(-4) + '  ' + hex + ' ' + ascii);
    }
    return lines.join('\n');
  }

  /* The bytes as people read them: text where it is text, everything else named. */
  function written(base64) {
    var bytes = atob(base64 || '');
    var utf8 = bytes;
    try { utf8 = decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, function (c) { return '%' + ('0' + c.charCodeAt(0).toString(16)).slice(-2); })); } catch (single) { utf8 = bytes; }
    return utf8.replace(/[\x00-\x1f\x7f]/g, function (c) {
      return { '\n': '<LF>', '\r': '<CR>', '\t': '<TAB>', '\0': '<NUL>' }[c] || '<' + ('0' + c.charCodeAt(0).toString(16)).slice(-2).toUpperCase() + '>';
    });
  }
  /* The bytes as the frame check reads exactly these: text when it is the same in every encoding, else hexadecimal digits. */
  function exact(base64) {
    var bytes = atob(base64 || '');
    if (!/[\x80-\xff]/.test(bytes)) { return written(base64); }
    return bytes.replace(/[^]/g, function (c) { return ('0' + c.charCodeAt(0).toString(16)).slice(-2).toUpperCase() + ' '; }).trim();
  }
  function shown(base64) { return written(base64).replace(/(?!^)(?:<CR>)?<LF>(?!$)/g, '$&\n'); }

  /* "name: value" lines one under the other; what is no such line stays text. */
  function fields(node, decoded) {
    var names = node.querySelector('.fields');
    var rest = [];
    (decoded || '').split('\n').forEach(function (line) {
      var part = /^([A-Za-z][\w. -]{0,30}): (.*)$/.exec(line);
      if (!part) { rest.push(line); return; }
      names.appendChild(fp.el('dt', '', part[1]));
      names.appendChild(fp.el('dd', '', part[2]));
    });
    names.hidden = !names.childElementCount;
    return rest.join('\n');
  }

  function wait(node, line) {
    var waited = node.querySelector('.waited');
    waited.hidden = line.waitedMs === null || line.waitedMs === undefined;
    if (!waited.hidden) { waited.textContent = fill(said.waited, fp.quantity(Number(line.waitedMs) < 100 ? Number(line.waitedMs).toFixed(1) : Number(line.waitedMs).toFixed(0))); }
  }

  /* When the exchange of a line began, for its place: an answer stands with its request, not where its own time is. */
  function moment(line) { return Math.ceil(Date.parse(line.at) - (Number(line.waitedMs) || 0)); }

  function item(line, isNew) {
    var node = byId('exchange').content.firstElementChild.cloneNode(true);
    var incoming = line.direction === 'in';
    node.className = incoming ? 'in' : 'out';
    if (isNew) { node.classList.add('new'); }
    node.dataset.id = line.id;
    node.dataset.at = moment(line);
    var time = node.querySelector('time');
    time.dateTime = line.at;
    time.textContent = fp.clock(line.at) + ',' + millis(line.at);
    node.querySelector('small').textContent = fp.date(line.at);
    var way = node.querySelector('.way');
    way.appendChild(fp.icon(incoming ? 'arrow-right' : 'arrow-left', 's'));
    way.appendChild(document.createTextNode(incoming ? said['in'] : said.out));
    var tag = node.querySelector('.verdict');
    tag.className = 'tag verdict ' + colour(line.verdict);
    tag.textContent = outcome(line.verdict);
    tag.title = line.verdict;
    var kind = node.querySelector('.kind');
    kind.hidden = !line.kind || !incoming;
    kind.textContent = signals[line.kind] || line.kind || '';
    wait(node, line);
    node.querySelector('.peer').textContent = (protocols[line.protocol] || line.protocol) + ' ' + (line.identity ? line.identity + ' · ' : '') + line.peer;
    node.querySelector('.size').textContent = fill(said.bytes, atob(line.raw || '').length);
    node.querySelector('.node').textContent = line.node ? fill(said.node, line.node) : '';
    var rest = fields(node, line.decoded);
    /* What answers a message of ours carries nothing to decode. */
    var answer = incoming && atob(line.raw || '').indexOf('SIP/2.0 ') === 0;
    node.querySelector('.decoded').textContent = rest || (incoming && !answer && !line.decoded ? said.undecoded : '');
    if (!line.decoded) { node.querySelector('.decoded').classList.add('quiet'); }
    var details = node.querySelector('details');
    function bytes() {
      details.querySelector('.wire').textContent = shown(line.raw);
      details.querySelector('pre').textContent = dump(line.raw);
    }
    details.addEventListener('toggle', function () { if (details.open) { bytes(); } });
    if (!line.decoded && incoming && !answer) { details.open = true; bytes(); }
    node.querySelector('.copy').addEventListener('click', function () { copy(exact(line.raw)); });
    node.querySelector('.check').addEventListener('click', function () { check(line); });
    var adopt = node.querySelector('.adopt');
    if (said.adopt && incoming && !answer && line.identity) {
      adopt.hidden = false;
      adopt.textContent = said.adoptWord;
      adopt.href = said.adopt + '?protocol=' + encodeURIComponent(line.protocol) + '&identity=' + encodeURIComponent(line.identity);
    }
    return node;
  }

  function copy(text) {
    navigator.clipboard.writeText(text).then(function () { fp.toast(said.copied, 'green'); }, function () { fp.toast(said.notCopied, 'amber'); });
  }
  /* The frame goes along in the tab's own memory: an address is logged everywhere. */
  function check(line) {
    sessionStorage.setItem('frame', JSON.stringify({ text: exact(line.raw), protocol: line.protocol, device: said.device || '' }));
    location.href = said.check;
  }

  function address(parameters) {
    var query = new URLSearchParams(parameters);
    NAMES.forEach(function (name) { if (wanted[name] && !query.has(name)) { query.set(name, wanted[name]); } });
    return said.source + '?' + query;
  }

  function state(name) {
    var tag = byId('following');
    tag.className = 'tag ' + ({ live: 'green', failed: 'amber' }[name] || '');
    tag.dataset.state = name;
    tag.querySelector('[data-word]').textContent = said[name];
    byId('follow').hidden = name === 'past';
    byId('follow').textContent = paused ? said.follow : said.pause;
  }

  function emptiness() {
    var asked = NAMES.some(function (name) { return wanted[name]; });
    byId('talk-empty').hidden = seen.size > 0 || asked;
    byId('talk-nothing').hidden = seen.size > 0 || !asked;
  }

  /* The newest page, from the beginning. */
  function load() {
    clearTimeout(timer);
    var mine = ++round;
    return fp.get(address({ newest: 'true', limit: '50' })).then(function (page) {
      if (mine !== round) { return; }
      list.textContent = '';
      seen.clear();
      newest = null;
      append(page);
      byId('talk-loading').hidden = true;
      next();
    }, function () {
      byId('talk-loading').hidden = true;
      state('failed');
      if (mine === round) { timer = setTimeout(load, 5000); }
    });
  }
  function append(page) {
    page.items.forEach(function (line) {
      if (seen.has(line.id)) { return; }
      seen.set(line.id, list.appendChild(item(line)));
      if (!newest || line.at > newest) { newest = line.at; }
    });
    older = page.next;
    byId('older').hidden = !older;
    emptiness();
  }

  /* From where to look again: never before what is asked for, nor before the last line shown while there are older ones. */
  function since() {
    var from = Date.parse(newest) - LATE;
    var last = list.children[Math.min(list.childElementCount, AGAIN) - 1];
    if (last && (older || list.childElementCount >= AGAIN)) { from = Math.max(from, Number(last.dataset.at)); }
    return new Date(wanted.from ? Math.max(from, Date.parse(wanted.from)) : from).toISOString();
  }
  /* Above everything that is older, which for most is the top. */
  function place(line) {
    var node = item(line, true);
    var below = list.firstElementChild;
    while (below && Number(below.dataset.at) > Number(node.dataset.at)) { below = below.nextElementSibling; }
    return list.insertBefore(node, below);
  }

  /* What has come since: everything from a little before the newest line; of known lines only the time they waited, which is
     known a moment later. */
  function follow(rest) {
    var parameters = rest || { limit: String(AGAIN) };
    var mine = round;
    if (!rest && newest) { parameters.from = since(); }
    fp.get(address(parameters), { quiet: true }).then(function (page) {
      if (mine !== round) { return; }
      page.items.forEach(function (line) {
        if (seen.has(line.id)) { wait(seen.get(line.id), line); return; }
        seen.set(line.id, place(line));
        if (!newest || line.at > newest) { newest = line.at; }
      });
      while (list.childElementCount > MOST) { list.lastElementChild.remove(); }
      emptiness();
      if (page.next) { follow(Object.assign({}, parameters, { after: page.next })); } else { next(); }
    }, function (refusal) {
      if (mine !== round) { return; }
      state('failed');
      if (refusal.status === 401 || refusal.status === 404) { return; }
      clearTimeout(timer);
      timer = setTimeout(function () { follow(); }, 5000);
    });
  }
  function next(wait) {
    clearTimeout(timer);
    if (wanted.to) { state('past'); return; }
    if (paused) { state('paused'); return; }
    state('live');
    timer = setTimeout(function () {
      if (document.hidden) { next(); } else { follow(); }
    }, wait === undefined ? EVERY : wait);
  }

  /* From the form to what is asked for, to the address of this page and of the exports. */
  function search(remember) {
    var query = new URLSearchParams();
    wanted = {};
    NAMES.forEach(function (name) {
      var value = form.elements[name].value.trim();
      if (!value) { return; }
      query.set(name, value);
      wanted[name] = name === 'from' || name === 'to' ? swedish(value, name === 'to') : value;
    });
    if (remember) {
      var here = new URL(location.href);
      NAMES.forEach(function (name) { here.searchParams.delete(name); });
      query.forEach(function (value, name) { here.searchParams.set(name, value); });
      history.replaceState(null, '', here);
    }
    box.querySelectorAll('[data-export]').forEach(function (link) {
      var asked = new URLSearchParams(wanted);
      asked.set('format', link.dataset.export);
      link.href = said.source + '/export?' + asked;
    });
    load();
  }

  byId('older').addEventListener('click', function () {
    if (!older) { return; }
    byId('older').disabled = true;
    fp.get(address({ newest: 'true', limit: '50', after: older })).then(append).catch(function () { /* Toasted. */ })
      .then(function () { byId('older').disabled = false; });
  });
  byId('follow').addEventListener('click', function () { paused = !paused; next(0); });
  form.addEventListener('submit', function (event) { event.preventDefault(); search(true); });
  form.addEventListener('reset', function () { setTimeout(function () { search(true); }); });
  form.addEventListener('change', function (event) { if (event.target.matches('select')) { search(true); } });
  var given = new URLSearchParams(location.search);
  if (given.get('verdict') && !verdicts.has(given.get('verdict'))) { form.elements.verdict.add(new Option(given.get('verdict'))); }
  NAMES.forEach(function (name) { if (given.get(name)) { form.elements[name].value = given.get(name); } });
  search(false);
});
