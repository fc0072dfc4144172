/* A conversation with a device, the newest first: what was sent, down to the bytes. Follows by itself until a past period
   is asked for. */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var fp = window.fp;
  var box = document.getElementById('conversation');
  if (!box || !fp) { return; }
  var byId = function (id) { return document.getElementById(id); };
  var said = box.dataset;
  var list = byId('talk');
  var seen = new Set();
  var older = null;
  var newest = null;
  var from = '';
  var to = '';
  var paused = false;
  var timer = null;
  /* Rows of other server groups may be committed a little after their own time. */
  var OVERLAP = 5000;
  var EVERY = 1000;
  var MOST = 2000;

  function fill(pattern, value) { return pattern.replace('{0}', value); }
  function millis(at) { var part = /\.(\d{1,3})/.exec(at); return ((part ? part[1] : '') + '000').slice(0, 3); }
  function colour(verdict) {
    var word = String(verdict).toLowerCase();
    if (/^(accepted|stored|receipt|sent|delivered|ack|ok)/.test(word)) { return 'green'; }
    if (/repeat|retransmi|duplicate/.test(word)) { return 'blue'; }
    if (/bad|fail|refus|garbage|malformed|unknown|nak|duh|reject/.test(word)) { return 'amber'; }
    return '';
  }

  /* What is typed is Swedish time, as everything that is shown; twice, because the clock may have been put forward. */
  function swedish(typed) {
    var wall = Date.parse(typed + 'Z');
    var at = wall;
    for (var i = 0; i < 2; i++) {
      at += wall - Date.parse(fp.date(at) + 'T' + fp.clock(at).replace(/\./g, ':') + 'Z');
    }
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

  function item(line, isNew) {
    var node = byId('exchange').content.firstElementChild.cloneNode(true);
    var incoming = line.direction === 'in';
    node.className = incoming ? 'in' : 'out';
    if (isNew) { node.classList.add('new'); }
    node.dataset.id = line.id;
    var time = node.querySelector('time');
    time.dateTime = line.at;
    time.textContent = fp.clock(line.at) + ',' + millis(line.at);
    node.querySelector('small').textContent = fp.date(line.at);
    var way = node.querySelector('.way');
    way.appendChild(fp.icon(incoming ? 'arrow-right' : 'arrow-left', 's'));
    way.appendChild(document.createTextNode(incoming ? said['in'] : said.out));
    var tag = node.querySelector('.tag');
    tag.className = 'tag ' + colour(line.verdict);
    tag.textContent = line.verdict;
    node.querySelector('.peer').textContent = line.protocol + ' ' + (line.identity ? line.identity + ' · ' : '') + line.peer;
    node.querySelector('.size').textContent = fill(said.bytes, atob(line.raw || '').length);
    node.querySelector('.decoded').textContent = line.decoded || (incoming ? said.undecoded : '');
    if (!line.decoded) { node.querySelector('.decoded').classList.add('quiet'); }
    var details = node.querySelector('details');
    details.addEventListener('toggle', function () {
      if (details.open) { details.querySelector('pre').textContent = dump(line.raw); }
    });
    if (!line.decoded) { details.open = true; details.querySelector('pre').textContent = dump(line.raw); }
    var adopt = node.querySelector('.adopt');
    if (said.adopt && incoming && line.identity) {
      adopt.hidden = false;
      adopt.textContent = said.adoptWord;
      adopt.href = said.adopt + '?protocol=' + encodeURIComponent(line.protocol) + '&identity=' + encodeURIComponent(line.identity);
    }
    return node;
  }

  function address(parameters) {
    var query = new URLSearchParams(parameters);
    if (from && !query.has('from')) { query.set('from', from); }
    if (to) { query.set('to', to); }
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

  /* The newest page, from the beginning. */
  function load() {
    clearTimeout(timer);
    return fp.get(address({ newest: 'true', limit: '50' })).then(function (page) {
      list.textContent = '';
      seen.clear();
      newest = null;
      append(page);
      byId('talk-loading').hidden = true;
      next();
    }, function () {
      byId('talk-loading').hidden = true;
      state('failed');
      timer = setTimeout(load, 5000);
    });
  }
  function append(page) {
    page.items.forEach(function (line) {
      if (seen.has(line.id)) { return; }
      seen.add(line.id);
      list.appendChild(item(line));
      if (!newest || line.at > newest) { newest = line.at; }
    });
    older = page.next;
    byId('older').hidden = !older;
    byId('talk-empty').hidden = seen.size > 0;
  }

  /* What has come since: everything from a little before the newest line, known lines left out. */
  function follow(rest) {
    var parameters = rest || { limit: '200' };
    if (!rest && newest) { parameters.from = new Date(new Date(newest).getTime() - OVERLAP).toISOString(); }
    fp.get(address(parameters), { quiet: true }).then(function (page) {
      page.items.forEach(function (line) {
        if (seen.has(line.id)) { return; }
        seen.add(line.id);
        list.insertBefore(item(line, true), list.firstElementChild);
        if (!newest || line.at > newest) { newest = line.at; }
      });
      while (list.childElementCount > MOST) { list.lastElementChild.remove(); }
      byId('talk-empty').hidden = seen.size > 0;
      if (page.next) { follow(Object.assign({}, parameters, { after: page.next })); } else { next(); }
    }, function (refusal) {
      state('failed');
      if (refusal.status === 401 || refusal.status === 404) { return; }
      clearTimeout(timer);
      timer = setTimeout(function () { follow(); }, 5000);
    });
  }
  function next(wait) {
    clearTimeout(timer);
    if (to) { state('past'); return; }
    if (paused) { state('paused'); return; }
    state('live');
    timer = setTimeout(function () {
      if (document.hidden) { next(); } else { follow(); }
    }, wait === undefined ? EVERY : wait);
  }

  byId('older').addEventListener('click', function () {
    if (!older) { return; }
    byId('older').disabled = true;
    fp.get(address({ newest: 'true', limit: '50', after: older })).then(append).catch(function () { /* Toasted. */ })
      .then(function () { byId('older').disabled = false; });
  });
  byId('follow').addEventListener('click', function () { paused = !paused; next(0); });
  byId('span').addEventListener('submit', function (event) {
    event.preventDefault();
    var moment = function (id) { return byId(id).value ? swedish(byId(id).value) : ''; };
    from = moment('span-from');
    to = moment('span-to');
    load();
  });
  load();
});
