/* The status page asks for itself again every few seconds and changes only what differs, so that nothing flickers and
   nobody loses his place. A hidden page does not ask. */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var live = document.getElementById('statusLive');
  var page = document.getElementById('status');
  if (!live || !page) { return; }
  var EVERY = 4000;
  var asking = false;

  function say(state) {
    if (live.dataset.state === state) { return; }
    live.dataset.state = state;
    live.className = 'tag' + (state === 'on' ? ' green' : state === 'off' ? ' amber' : '');
    live.querySelector('[data-text]').textContent = live.dataset[state];
  }

  /** Texts, classes and attributes in place; where the shape differs, the whole part. */
  function mend(old, fresh) {
    if (old.isEqualNode(fresh)) { return; }
    if (old.nodeType === Node.TEXT_NODE && fresh.nodeType === Node.TEXT_NODE) { old.data = fresh.data; return; }
    if (old.nodeName !== fresh.nodeName || old.childNodes.length !== fresh.childNodes.length) {
      old.replaceWith(document.importNode(fresh, true));
      return;
    }
    Array.from(old.attributes || []).forEach(function (one) { if (!fresh.hasAttribute(one.name)) { old.removeAttribute(one.name); } });
    Array.from(fresh.attributes || []).forEach(function (one) { if (old.getAttribute(one.name) !== one.value) { old.setAttribute(one.name, one.value); } });
    var theirs = Array.from(fresh.childNodes);
    Array.from(old.childNodes).forEach(function (child, index) { mend(child, theirs[index]); });
  }

  function ask() {
    if (asking || document.hidden) { return; }
    asking = true;
    fetch(location.href, { credentials: 'same-origin', headers: { Accept: 'text/html' }, cache: 'no-store' }).then(function (response) {
      if (response.redirected) { location.reload(); }
      if (!response.ok) { throw new Error(String(response.status)); }
      return response.text();
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('status');
      if (!fresh) { throw new Error('no status'); }
      mend(page, fresh);
      page = document.getElementById('status');
      say('on');
    }).catch(function () { say('off'); }).then(function () { asking = false; });
  }

  say('on');
  setInterval(ask, EVERY);
  document.addEventListener('visibilitychange', ask);
});
