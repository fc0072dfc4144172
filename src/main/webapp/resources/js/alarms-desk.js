/* The alarm desk. The server's stream says what is true; this file only shows it and asks for deeds. */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var fp = window.fp;
  var byId = function (id) { return document.getElementById(id); };
  var desk = byId('desk');
  if (!desk || !fp) { return; }
  var said = desk.dataset;
  var api = said.api;
  var texts = {};
  byId('texts').content.querySelectorAll('[data-key]').forEach(function (item) { texts[item.dataset.key] = item.textContent; });
  var title = document.title;

  var alarms = new Map();
  var rows = new Map();
  var order = [];
  var selected = new URL(location.href).searchParams.get('id');
  var shown = null;
  var closed = null;
  var skew = 0;

  function now() { return Date.now() + skew; }
  function fill(pattern) {
    var values = Array.prototype.slice.call(arguments, 1);
    return pattern.replace(/\{(\d)\}/g, function (all, n) { return values[n]; });
  }
  function kind(alarm) { return texts['kind.' + alarm.kind] || alarm.kind; }
  function name(alarm) { return alarm.deviceName || alarm.identity || ''; }
  /* Whom or what it is about, by the device's record; where that does not say, the device. */
  function whom(alarm) { return alarm.person || name(alarm); }
  function protocol(thing) { return thing.device === null ? '' : (texts['protocol.' + thing.protocol] || thing.protocol || '') + ' ' + (thing.identity || ''); }
  function mine(alarm) { return alarm.state === 'taken' && alarm.takenBy === said.me; }
  function colour(alarm) { return alarm.priority <= 1 ? 'red' : alarm.priority === 2 ? 'amber' : ''; }
  /* The time; of another day the date too. */
  function at(moment) { return fp.date(moment) === fp.date(now()) ? fp.clock(moment) : fp.moment(moment); }
  function text(node, value) { if (node.textContent !== value) { node.textContent = value; } }

  /* The queue: what waits and what is mine by priority and age, then what others have. */
  function byUrgency(a, b) {
    var others = (a.state === 'taken' && !mine(a) ? 1 : 0) - (b.state === 'taken' && !mine(b) ? 1 : 0);
    return others || a.priority - b.priority || (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.id < b.id ? -1 : 1);
  }

  function row(alarm) {
    var item = rows.get(alarm.id);
    if (!item) {
      item = byId('row').content.firstElementChild.cloneNode(true);
      item.firstElementChild.dataset.id = alarm.id;
      rows.set(alarm.id, item);
    }
    if (item.dataset.version !== String(alarm.version)) {
      item.dataset.version = alarm.version;
      var button = item.firstElementChild;
      button.className = 'al ' + colour(alarm) + (alarm.state === 'taken' && !mine(alarm) ? ' taken' : '');
      text(item.querySelector('.t'), kind(alarm) + (alarm.repeats ? ' (' + fill(said.repeats, alarm.repeats) + ')' : '') + (alarm.text ? ' · ' + alarm.text : ''));
      text(item.querySelector('.who'), whom(alarm));
      var how = mine(alarm) ? fill(said.takenByYou, fp.clock(alarm.takenAt))
        : alarm.state === 'taken' ? fill(said.takenBy, alarm.takenByName, fp.clock(alarm.takenAt)) : protocol(alarm);
      var device = alarm.person ? name(alarm) : '';
      text(item.querySelector('.how'), (alarm.state === 'taken' ? [how, device] : [device, how]).filter(Boolean).join(' · '));
      var tag = item.querySelector('.tag');
      var word = mine(alarm) ? said.yours : alarm.state === 'taken' ? alarm.takenByName : alarm.restoredAt ? said.restored : alarm.late ? said.late : '';
      tag.hidden = !word;
      tag.className = 'tag ' + (mine(alarm) ? 'accent' : alarm.state === 'open' && alarm.restoredAt ? 'green' : alarm.state === 'open' && alarm.late ? 'amber' : '');
      text(tag, word);
    }
    return item;
  }

  function draw() {
    order = Array.from(alarms.values()).sort(byUrgency);
    var list = byId('queue');
    var focused = document.activeElement && document.activeElement.closest ? document.activeElement.closest('#queue li') : null;
    rows.forEach(function (item, id) { if (!alarms.has(id)) { item.remove(); rows.delete(id); } });
    var before = list.firstElementChild;
    order.forEach(function (alarm) {
      var item = row(alarm);
      if (item !== before) { list.insertBefore(item, before); } else { before = before.nextElementSibling; }
      var here = alarm.id === selected;
      item.firstElementChild.classList.toggle('on', here);
      if (here) { item.firstElementChild.setAttribute('aria-current', 'true'); } else { item.firstElementChild.removeAttribute('aria-current'); }
    });
    if (focused && focused.isConnected && document.activeElement !== focused.firstElementChild) { focused.firstElementChild.focus(); }
    var open = order.filter(function (alarm) { return alarm.state === 'open'; }).length;
    text(byId('count-open'), String(open));
    text(byId('count-taken'), String(order.length - open));
    byId('loading').hidden = true;
    byId('queue-empty').hidden = order.length > 0;
    fp.count('alarms.navigation.desk', open);
    document.title = (open ? '(' + open + ') ' : '') + title;
    tick();
    hand();
    ring();
  }

  function tick() {
    order.forEach(function (alarm) {
      var item = rows.get(alarm.id);
      if (item) { text(item.querySelector('.age'), fp.age(alarm.receivedAt, now())); }
    });
  }

  /* The alarm in hand. */
  function current() { return alarms.get(selected) || (closed && closed.id === selected ? closed : null); }
  function keep(alarm) {
    /* A closed alarm comes without the name; whoever has it before him keeps it. */
    var known = alarms.get(alarm.id) || current();
    if (!alarm.person && known && known.id === alarm.id && alarm.state === 'closed') { alarm.person = known.person; }
    if (alarm.state !== 'closed') { alarms.set(alarm.id, alarm); return; }
    alarms.delete(alarm.id);
    if (selected === alarm.id) { closed = alarm; }
  }

  function hand() {
    var alarm = current();
    byId('none').hidden = !!alarm;
    byId('one').hidden = !alarm;
    if (!alarm) { byId('device').hidden = true; shown = null; return; }
    var other = !shown || shown.id !== alarm.id;
    if (!other && shown.version === alarm.version) { return; }
    if (other) { if (alarm.device) { device(alarm); } else { byId('device').hidden = true; } byId('note').value = ''; text(byId('text'), ''); byId('events').textContent = ''; }
    shown = alarm;
    var one = byId('one');
    text(one.querySelector('[data-name]'), whom(alarm));
    var tag = one.querySelector('[data-kind]');
    tag.className = 'tag ' + (alarm.state === 'closed' ? '' : colour(alarm));
    text(tag, kind(alarm) + ' · ' + (alarm.state === 'closed' ? texts['state.closed'] : fill(said.priority, alarm.priority)).toLowerCase());
    text(one.querySelector('[data-times]'), (alarm.person ? name(alarm) + ' · ' : '') + fill(said.alarmAt, at(alarm.receivedAt)));
    text(byId('text'), alarm.text || '');
    byId('take').hidden = alarm.state !== 'open';
    byId('close').hidden = !mine(alarm);
    byId('hand-over').hidden = !mine(alarm);
    var owner = byId('owner');
    owner.hidden = alarm.state !== 'taken' || mine(alarm);
    if (!owner.hidden) { text(owner.lastElementChild, fill(said.takenBy, alarm.takenByName, fp.clock(alarm.takenAt))); }
    byId('lateness').hidden = !alarm.late;
    if (alarm.late) { text(byId('lateness').lastElementChild, fill(said.cameLate, fp.age(alarm.raisedAt, new Date(alarm.receivedAt).getTime()))); }
    notes(alarm);
  }

  function notes(alarm) {
    fp.get(api + '/alarms/' + alarm.id + '/notes', { quiet: true }).then(function (page) {
      if (!shown || shown.id !== alarm.id) { return; }
      var happened = [{ at: alarm.receivedAt, text: said.eventReceived }];
      if (alarm.raisedAt !== alarm.receivedAt) { happened.push({ at: alarm.raisedAt, text: said.eventRaised }); }
      if (alarm.takenAt) { happened.push({ at: alarm.takenAt, text: said.eventTaken, who: alarm.takenByName }); }
      page.items.forEach(function (note) { happened.push({ at: note.at, text: note.text, who: note.author }); });
      if (alarm.restoredAt) { happened.push({ at: alarm.restoredAt, text: said.restored }); }
      if (alarm.closedAt) {
        var how = texts['disposition.' + alarm.disposition] || alarm.disposition;
        happened.push({ at: alarm.closedAt, text: fill(said.eventClosed, how) + (alarm.closingText ? '\n' + alarm.closingText : ''), who: alarm.takenByName });
      }
      happened.sort(function (a, b) { return a.at < b.at ? 1 : a.at > b.at ? -1 : 0; });
      var list = document.createDocumentFragment();
      happened.forEach(function (event) { list.appendChild(line(event.at, event.text, event.who)); });
      byId('events').replaceChildren(list);
    }, function () { /* The stream tells of a broken connection. */ });
  }

  function line(at, what, who) {
    var item = byId('event').content.firstElementChild.cloneNode(true);
    var time = item.querySelector('time');
    time.dateTime = at;
    time.title = fp.moment(at);
    var today = fp.date(at) === fp.date(now());
    text(time, today ? fp.clock(at) : fp.moment(at));
    text(item.querySelector('[data-text]'), what);
    text(item.querySelector('[data-who]'), who ? '· ' + who : '');
    return item;
  }

  /* Its device. */
  function device(alarm) {
    var box = byId('device');
    var put = function (field, value) { text(box.querySelector('[data-field="' + field + '"]'), value); };
    box.hidden = false;
    put('name', name(alarm));
    put('identity', protocol(alarm));
    ['heard', 'address', 'supervision', 'problem', 'person', 'where', 'instructions'].forEach(function (field) { put(field, ''); });
    byId('whose').hidden = true;
    text(byId('whom'), '');
    byId('before').textContent = '';
    var link = box.querySelector('[data-field="link"]');
    link.hidden = !said.devicePage;
    if (said.devicePage) { link.href = said.devicePage + '?id=' + encodeURIComponent(alarm.device); }
    fp.get(api + '/devices/' + alarm.device, { quiet: true }).then(function (found) {
      if (!shown || shown.id !== alarm.id) { return; }
      put('heard', found.lastHeardAt ? fp.moment(found.lastHeardAt) : said.never);
      put('address', found.lastAddress || '–');
      put('supervision', found.supervisionSeconds ? fp.interval(found.supervisionSeconds) : said.unsupervised);
      whose(found.record, put);
    }, function (refusal) { if (refusal.status === 404) { put('problem', said.removed); } });
    fp.get(api + '/alarms?limit=40&device=' + alarm.device, { quiet: true }).then(function (page) {
      if (!shown || shown.id !== alarm.id) { return; }
      var list = document.createDocumentFragment();
      /* Those that were only counted on another say nothing new, unless there are no others. */
      var others = page.items.filter(function (other) { return other.id !== alarm.id; });
      var whole = others.filter(function (other) { return other.disposition !== 'counted'; });
      (whole.length ? whole : others).slice(0, 5).forEach(function (other) {
        list.appendChild(line(other.receivedAt, kind(other), texts['disposition.' + other.disposition] || texts['state.' + other.state]));
      });
      if (!list.childElementCount) { list.appendChild(fp.el('li', 'quiet', said.first)); }
      byId('before').replaceChildren(list);
    }, function () { /* As above. */ });
  }

  /* Who and where it belongs to, and whom to call. */
  function whose(record, put) {
    if (!record || !(record.person || record.address || record.instructions || record.contacts.length)) { return; }
    byId('whose').hidden = false;
    put('person', record.person);
    if (record.person) { shown.person = record.person; text(byId('one').querySelector('[data-name]'), record.person); }
    put('where', record.address);
    text(byId('whom'), [record.person, record.address].filter(Boolean).join('\n'));
    put('instructions', record.instructions);
    var list = document.createDocumentFragment();
    record.contacts.forEach(function (contact) {
      var line = fp.el('li');
      line.appendChild(fp.el('b', '', contact.name));
      if (contact.relation) { line.append(' ', fp.el('span', 'quiet', contact.relation)); }
      if (contact.phone) {
        var call = fp.el('a', 'link tabular', contact.phone);
        call.href = 'tel:' + contact.phone.replace(/[^+\d]/g, '');
        line.append(' ', call);
      }
      list.appendChild(line);
    });
    byId('contacts').replaceChildren(list);
  }

  /* Choosing. */
  function select(id, open) {
    selected = id;
    var url = new URL(location.href);
    if (id) { url.searchParams.set('id', id); } else { url.searchParams.delete('id'); }
    history.replaceState(null, '', url);
    if (open) { show(2); }
    draw();
    if (id && rows.has(id)) { rows.get(id).scrollIntoView({ block: 'nearest' }); }
  }
  function show(column) { desk.dataset.show = column; if (column !== 1) { desk.scrollTop = 0; } }
  function move(step) {
    var index = order.findIndex(function (alarm) { return alarm.id === selected; });
    var next = order[index < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, index + step))];
    if (next) { select(next.id); rows.get(next.id).firstElementChild.focus(); }
  }

  /* Deeds. Each is one call; the answer is shown at once, the stream tells everybody else. */
  function told(alarm) {
    keep(alarm);
    draw();
  }

  function refused(refusal) {
    var problem = refusal.problem || {};
    var type = String(problem.type || '').split(':').pop();
    if (type === 'alarm-already-taken') { fp.toast(fill(said.lost, problem.takenByName, fp.clock(problem.takenAt)), 'amber'); }
    else if (type === 'alarm-already-closed') { fp.toast(said.closedMeanwhile, 'amber'); }
    else if (type === 'alarm-not-in-your-hands') { fp.toast(said.notYours, 'amber'); }
    else { fp.toast(refusal.message, 'red'); }
    if (selected && refusal.status === 409) { fp.get(api + '/alarms/' + selected, { quiet: true }).then(told, function () { /* Shown by the stream. */ }); }
  }
  function busy(button, work) {
    if (button.getAttribute('aria-busy') === 'true') { return; }
    button.dataset.busy = '';
    button.setAttribute('aria-busy', 'true');
    work().catch(refused).then(function () { button.removeAttribute('aria-busy'); });
  }
  function ask(path, body) { return fp.post(api + '/alarms/' + selected + '/' + path, body, { quiet: true }); }

  function take() {
    var alarm = current();
    if (!alarm || alarm.state !== 'open') { return; }
    busy(byId('take'), function () {
      return ask('take').then(function (taken) { told(taken); fp.toast(said.takenNow, 'green'); });
    });
  }
  byId('take').addEventListener('click', take);

  byId('note-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var field = byId('note');
    var alarm = current();
    if (!alarm || !field.value.trim()) { field.focus(); return; }
    busy(byId('note-save'), function () {
      return ask('notes', { text: field.value }).then(function () { field.value = ''; notes(alarm); });
    });
  });

  function openClosing() {
    var alarm = current();
    if (!alarm || !mine(alarm)) { return; }
    byId('close-form').reset();
    text(byId('close-problem'), '');
    byId('close-dialog').showModal();
  }
  byId('close').addEventListener('click', openClosing);
  byId('close-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var chosen = byId('close-form').querySelector('input[name="disposition"]:checked');
    text(byId('close-problem'), chosen ? '' : said.choose);
    if (!chosen) { byId('close-form').querySelector('input[name="disposition"]').focus(); return; }
    busy(byId('close-save'), function () {
      return ask('close', { disposition: chosen.value, text: byId('close-text').value }).then(function (closed) {
        byId('close-dialog').close();
        told(closed);
        fp.toast(said.closedNow, 'green');
      });
    });
  });

  byId('close-form').addEventListener('change', function () { text(byId('close-problem'), ''); });

  byId('hand-over').addEventListener('click', function () {
    busy(byId('hand-over'), function () {
      return fp.get(api + '/alarms/operators', { quiet: true }).then(function (page) {
        if (!page.items.length) { fp.toast(said.noOperators, 'amber'); return; }
        byId('hand-over-to').replaceChildren.apply(byId('hand-over-to'), page.items.map(function (operator) {
          var option = fp.el('option', '', operator.name);
          option.value = operator.id;
          return option;
        }));
        byId('hand-over-dialog').showModal();
      });
    });
  });
  byId('hand-over-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var to = byId('hand-over-to');
    busy(event.submitter || byId('hand-over'), function () {
      return ask('hand-over', { to: to.value }).then(function (alarm) {
        byId('hand-over-dialog').close();
        told(alarm);
        fp.toast(fill(said.handedOver, alarm.takenByName), 'green');
      });
    });
  });

  byId('queue').addEventListener('click', function (event) {
    var button = event.target.closest('.al');
    if (button) { select(button.dataset.id, true); }
  });
  byId('back').addEventListener('click', function () { show(1); });
  byId('show-device').addEventListener('click', function () { show(3); });
  byId('back-to-alarm').addEventListener('click', function () { show(2); });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      if (event.key === 'Escape') { event.target.blur(); }
      return;
    }
    var key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'j' || key === 'ArrowDown') { event.preventDefault(); move(1); }
    else if (key === 'k' || key === 'ArrowUp') { event.preventDefault(); move(-1); }
    else if (key === 't') { event.preventDefault(); take(); }
    else if (key === 'n' && current()) { event.preventDefault(); byId('note').focus(); }
    else if (key === 'a') { event.preventDefault(); openClosing(); }
    else if (key === 'Enter' && event.target === document.body && selected) { show(2); byId('hand').focus(); }
    else if (key === 'Escape') { show(1); }
  });

  /* Sound: off until asked for; a beep every four seconds while something waits, higher the more urgent. */
  var sound = { wanted: false, context: null, timer: null };
  try { sound.wanted = localStorage.getItem('fixpunkt.alarms.sound') === 'on'; } catch (forbidden) { sound.wanted = false; }
  function beep(priority) {
    var context = sound.context;
    if (!context || context.state !== 'running') { return; }
    var at = context.currentTime;
    (priority <= 1 ? [880, 1175] : priority === 2 ? [740, 880] : [587]).forEach(function (pitch, index) {
      var tone = context.createOscillator();
      var gain = context.createGain();
      var start = at + index * 0.18;
      tone.frequency.value = pitch;
      gain.gain.setValueAtTime(0.0001, start);
      gain.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.16);
      tone.connect(gain).connect(context.destination);
      tone.start(start);
      tone.stop(start + 0.17);
    });
  }
  function ring() {
    var first = order.find(function (alarm) { return alarm.state === 'open'; });
    var should = sound.wanted && first;
    if (should && !sound.timer) {
      beep(first.priority);
      sound.timer = setInterval(function () {
        var waiting = order.find(function (alarm) { return alarm.state === 'open'; });
        if (waiting) { beep(waiting.priority); }
      }, 4000);
    } else if (!should && sound.timer) { clearInterval(sound.timer); sound.timer = null; }
  }
  function showSound() {
    var button = byId('sound');
    var running = sound.wanted && sound.context && sound.context.state === 'running';
    button.setAttribute('aria-pressed', String(!!running));
    text(button.querySelector('[data-word]'), running ? said.soundOn : sound.wanted ? said.soundBlocked : said.soundOff);
    button.querySelector('use').setAttribute('href', byId('toasts').dataset.icons + '#' + (running ? 'volume-2' : 'volume-x'));
  }
  function wake() {
    if (!sound.wanted) { showSound(); return; }
    if (!sound.context && window.AudioContext) {
      sound.context = new AudioContext();
      sound.context.addEventListener('statechange', showSound);
    }
    if (sound.context && sound.context.state !== 'running') { sound.context.resume().then(showSound, showSound); }
    showSound();
  }
  byId('sound').addEventListener('click', function (event) {
    event.stopPropagation();
    var blocked = sound.wanted && !(sound.context && sound.context.state === 'running');
    sound.wanted = blocked || !sound.wanted;
    try { localStorage.setItem('fixpunkt.alarms.sound', sound.wanted ? 'on' : 'off'); } catch (forbidden) { /* Then for this visit. */ }
    wake();
    if (sound.wanted) { beep(3); }
    ring();
  });
  document.addEventListener('pointerdown', function (event) { if (!event.target.closest('#sound')) { wake(); } }, { once: true });
  showSound();

  /* The stream. Whoever comes back gets the whole state; what is shown as connected has been heard of within 25 seconds. */
  var stream = null;
  var gathered = null;
  var heard = 0;
  var failures = 0;
  var broken = null;
  var retry = null;

  function connection(state) {
    var tag = byId('connection');
    tag.className = 'tag ' + ({ connected: 'green', reconnecting: 'amber', 'signed-out': 'red' }[state] || '');
    tag.dataset.state = state;
    text(tag.querySelector('[data-word]'), { connected: said.connected, reconnecting: said.reconnecting, 'signed-out': said.signedOut }[state]);
    var stale = byId('stale');
    stale.hidden = state === 'connected';
    if (state === 'signed-out') { text(stale.lastElementChild, said.signedOutText); }
    else if (state === 'reconnecting') {
      stale.hidden = !heard;
      text(stale.lastElementChild, heard ? fill(said.stale, fp.clock(heard + skew)) : '');
    }
  }
  function alive(at) {
    heard = Date.now();
    if (at) { skew = new Date(at).getTime() - heard; }
  }
  function announce(alarm) { text(byId('announce'), fill(said['new'], kind(alarm), whom(alarm))); }

  function changed(alarm) {
    var known = alarms.get(alarm.id);
    if (known && known.version >= alarm.version) { return; }
    keep(alarm);
    draw();
    if (!known && alarm.state === 'open') {
      rows.get(alarm.id).firstElementChild.classList.add('new');
      announce(alarm);
    }
  }
  function whole() {
    alarms = gathered;
    gathered = null;
    failures = 0;
    clearTimeout(broken);
    broken = null;
    connection('connected');
    draw();
    if (selected && !current()) {
      var id = selected;
      fp.get(api + '/alarms/' + id, { quiet: true }).then(function (alarm) {
        if (selected === id) { keep(alarm); draw(); }
      }, function () { if (selected === id && !current()) { select(null); } });
    }
  }
  function connect() {
    clearTimeout(retry);
    if (stream) { stream.close(); }
    gathered = new Map();
    stream = new EventSource(api + '/alarms/live');
    stream.onopen = function () { gathered = new Map(); alive(); };
    stream.onmessage = function (event) {
      alive();
      var alarm = JSON.parse(event.data);
      if (gathered) { gathered.set(alarm.id, alarm); } else { changed(alarm); }
    };
    stream.addEventListener('whole', function (event) { alive(JSON.parse(event.data).at); if (gathered) { whole(); } });
    stream.addEventListener('beat', function (event) { alive(JSON.parse(event.data).at); });
    stream.onerror = function () {
      failures++;
      if (!broken) { broken = setTimeout(function () { connection('reconnecting'); }, 1500); }
      if (stream.readyState === EventSource.CLOSED || failures > 1) { stream.close(); later(); }
    };
  }
  function later() {
    clearTimeout(retry);
    retry = setTimeout(function () {
      fp.get(api + '/alarms?state=open&limit=1', { quiet: true }).then(connect, function (refusal) {
        failures++;
        if (refusal.status === 401 || refusal.status === 403) {
          clearTimeout(broken);
          connection('signed-out');
        }
        later();
      });
    }, Math.min(10000, 400 * Math.pow(1.7, Math.min(failures, 8))) * (0.75 + Math.random() / 2));
  }
  setInterval(function () {
    tick();
    if (heard && stream.readyState !== EventSource.CLOSED && Date.now() - heard > 25000) {
      heard = heard - 1;
      connection('reconnecting');
      failures++;
      stream.close();
      later();
    }
  }, 1000);
  window.addEventListener('online', function () { failures = 0; later(); });
  window.addEventListener('offline', function () {
    failures++;
    stream.close();
    connection('reconnecting');
    later();
  });
  window.addEventListener('pagehide', function () { if (stream) { stream.close(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { connect(); } });
  if (selected) { show(2); }
  connect();
});
