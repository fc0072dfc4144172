/* What every page can do: talk to the API, toast, theme, menus, dialogs, formats. Nothing inline: pages say what they
   want with data- attributes. Other scripts use window.fp. */
(function () {
  'use strict';
  var root = document.documentElement;
  var host = function () { return document.getElementById('toasts'); };
  var SPACE = '\u00a0';

  function el(tag, className, text) {
    var node = document.createElement(tag);
    if (className) { node.className = className; }
    if (text !== undefined && text !== null) { node.textContent = text; }
    return node;
  }

  /** An icon of the sprite, as an SVG element. */
  function icon(name, size) {
    var svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'i' + (size ? ' ' + size : ''));
    svg.setAttribute('aria-hidden', 'true');
    var use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', (host() ? host().dataset.icons : '') + '#' + name);
    svg.appendChild(use);
    return svg;
  }

  /**
   * A toast, for what needs no answer. color: green, amber, red or none; red stays until closed.
   * Returns the element.
   */
  function toast(text, color) {
    var place = host();
    if (!place) { return null; }
    var box = el('div', 'toast ' + (color || ''));
    if (color === 'red') { box.setAttribute('role', 'alert'); }
    box.appendChild(icon({ green: 'circle-check', amber: 'triangle-alert', red: 'circle-alert' }[color] || 'info'));
    box.appendChild(el('div', '', text));
    var close = el('button', 'btn ghost close');
    close.type = 'button';
    close.setAttribute('aria-label', place.dataset.close);
    close.appendChild(icon('x', 's'));
    close.addEventListener('click', function () { box.remove(); });
    box.appendChild(close);
    while (place.children.length >= 4) { place.firstElementChild.remove(); }
    place.appendChild(box);
    if (color !== 'red') {
      var timer, start = function () { timer = setTimeout(function () { box.remove(); }, 6000); };
      box.addEventListener('pointerenter', function () { clearTimeout(timer); });
      box.addEventListener('pointerleave', start);
      start();
    }
    return box;
  }

  /** A refusal of the API: status, problem (the whole problem+json body) and a text for people. */
  function Refusal(status, problem) {
    var error = new Error(problem.detail || problem.title || (host() && host().dataset.failed) || String(status));
    error.name = 'Refusal';
    error.status = status;
    error.problem = problem;
    return error;
  }

  /**
   * Calls the API and resolves to the JSON (null when empty). Refusals reject with status and problem, and toast unless
   * options.quiet. options: headers, signal, quiet. Paths starting with / are taken under the application's root as they are.
   */
  function call(method, path, body, options) {
    options = options || {};
    var headers = Object.assign({ Accept: 'application/json, application/problem+json', 'X-Fixpunkt-CSRF': '1' }, options.headers);
    var init = { method: method, headers: headers, credentials: 'same-origin', signal: options.signal };
    if (body instanceof FormData) { init.body = body; }
    else if (body !== undefined && body !== null) { headers['Content-Type'] = 'application/json'; init.body = JSON.stringify(body); }
    return fetch(path, init).then(function (response) {
      return response.text().then(function (text) {
        var json = null;
        try { json = text ? JSON.parse(text) : null; } catch (notJson) { json = null; }
        if (response.ok) { return json; }
        throw Refusal(response.status, json || {});
      });
    }, function (network) {
      if (network.name === 'AbortError') { throw network; }
      throw Refusal(0, { title: (host() && host().dataset.offline) || 'offline' });
    }).catch(function (error) {
      if (!options.quiet && error.name === 'Refusal') { toast(error.message, 'red'); }
      throw error;
    });
  }

  /* Numbers as in Swedish bills, in both languages: space between thousands, comma before decimals. */
  function grouped(plain) {
    var parts = String(plain).replace(/^[-\u2212]/, '').split('.');
    var sign = /^[-\u2212]/.test(String(plain)) ? '\u2212' : '';
    return sign + parts[0].replace(/\B(?=(\d{3})+$)/g, SPACE) + (parts.length > 1 ? ',' + parts[1] : '');
  }
  /** "1234.5" → 1 234,50; decimals are padded to two, never cut. Works on the API's strings, exactly. */
  function amount(plain) {
    if (plain === null || plain === undefined || plain === '') { return '–'; }
    var parts = String(plain).split('.');
    return grouped(parts[0] + '.' + ((parts[1] || '') + '00').slice(0, Math.max(2, (parts[1] || '').length)));
  }
  /** "3717.5" → 3 717,5 */
  function quantity(plain) { return plain === null || plain === undefined || plain === '' ? '–' : grouped(plain); }
  /** 12 345,5 as typed → "12345.5" as the API wants it, or null when it is no number. */
  function parse(typed) {
    var plain = String(typed).replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
  }

  /* Times on the Swedish clock, whatever the reader's machine thinks. */
  var parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  function pieces(at) {
    var found = {};
    parts.formatToParts(new Date(at)).forEach(function (part) { found[part.type] = part.value; });
    return found;
  }
  function colon() { return root.lang === 'en' ? ':' : '.'; }
  /** 14.02.31 */
  function clock(at) { var p = pieces(at), c = colon(); return p.hour + c + p.minute + c + p.second; }
  /** 2026-01-05 */
  function date(at) { var p = pieces(at); return p.year + '-' + p.month + '-' + p.day; }
  /** 2026-01-05 14.02 */
  function moment(at) { var p = pieces(at); return date(at) + ' ' + p.hour + colon() + p.minute; }
  /** 90 s, 3 min, 25 h, 7 d: the largest unit that leaves nothing over. */
  function interval(seconds) {
    var unit = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']].find(function (one) { return seconds % one[0] === 0; });
    return quantity(seconds / unit[0]) + SPACE + unit[1];
  }
  /** How long since: 0:41, 12:07, 3 h, 2 d. */
  function age(at, now) {
    var seconds = Math.max(0, Math.floor(((now || Date.now()) - new Date(at).getTime()) / 1000));
    var two = function (n) { return (n < 10 ? '0' : '') + n; };
    if (seconds < 3600) { return Math.floor(seconds / 60) + ':' + two(seconds % 60); }
    if (seconds < 86400) { return Math.floor(seconds / 3600) + SPACE + 'h'; }
    return Math.floor(seconds / 86400) + SPACE + 'd';
  }

  function setCookie(name, value) {
    document.cookie = name + '=' + value + '; path=/; max-age=' + (value ? 31536000 : 0) + '; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
  }
  /** light, dark, or '' for what the system says. Remembered, so that the server renders the next page right at once. */
  function theme(name) {
    setCookie('theme', name);
    root.setAttribute('data-theme', name);
    document.querySelectorAll('[data-set-theme]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.setTheme === name));
    });
  }

  /** A number on a navigation entry (by its label's key); 0 hides it. */
  function count(key, number) {
    document.querySelectorAll('[data-count="' + key + '"]').forEach(function (tag) {
      tag.hidden = !number;
      tag.textContent = number > 99 ? '99+' : String(number);
    });
  }

  function closeMenus(except) {
    document.querySelectorAll('details[data-menu][open]').forEach(function (menu) {
      if (menu !== except) { menu.open = false; }
    });
  }

  document.addEventListener('click', function (event) {
    var target = event.target.closest ? event.target : null;
    if (!target) { return; }
    closeMenus(target.closest('details[data-menu]'));
    var themed = target.closest('[data-set-theme]');
    if (themed) { theme(themed.dataset.setTheme); }
    var language = target.closest('a[data-language]');
    if (language) {
      var url = new URL(location.href);
      url.searchParams.set('language', language.dataset.language);
      language.href = url.pathname + url.search;
    }
    if (target.closest('[data-back]')) { history.back(); }
    var opener = target.closest('[data-dialog]');
    if (opener) {
      var dialog = document.getElementById(opener.dataset.dialog);
      if (dialog) { dialog.showModal(); }
    }
    if (target.closest('[data-close]') && target.closest('dialog')) { target.closest('dialog').close(); }
    if (target.tagName === 'DIALOG' && target.open && !target.classList.contains('here')) {
      var box = target.getBoundingClientRect();
      var outside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
      if (outside && event.detail > 0) { target.close(); }
    }
    var reveal = target.closest('[data-reveal]');
    if (reveal) {
      var field = document.getElementById(reveal.dataset.reveal);
      if (field) {
        var hidden = field.type === 'password';
        field.type = hidden ? 'text' : 'password';
        reveal.setAttribute('aria-pressed', String(hidden));
      }
    }
    var toasting = target.closest('[data-toast]');
    if (toasting) { toast(toasting.dataset.toast, toasting.dataset.color); }
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      var open = document.querySelector('details[data-menu][open]');
      if (open) { open.open = false; open.querySelector('summary').focus(); }
      return;
    }
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    // "/" and Ctrl K lead to the page's search field.
    if ((event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
      var search = document.querySelector('[data-search]');
      if (search) { event.preventDefault(); search.focus(); if (search.select) { search.select(); } }
    }
  });

  // A file that is dropped or chosen: its name stands where people were asked for it.
  function named(drop) {
    var file = drop.querySelector('input[type=file]').files[0];
    if (file) { drop.querySelector('[data-chosen]').textContent = file.name; }
  }
  document.querySelectorAll('[data-file-drop]').forEach(function (drop) {
    drop.addEventListener('change', function () { named(drop); });
    ['dragenter', 'dragover'].forEach(function (name) {
      drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add('over'); });
    });
    drop.addEventListener('dragleave', function () { drop.classList.remove('over'); });
    drop.addEventListener('drop', function (event) {
      event.preventDefault();
      drop.classList.remove('over');
      if (event.dataTransfer.files.length) {
        drop.querySelector('input[type=file]').files = event.dataTransfer.files;
        named(drop);
      }
    });
  });

  // A form is sent once: the button that sent it shows that it works. Ajax posts never come here.
  document.addEventListener('submit', function (event) {
    var button = event.submitter;
    if (button && button.classList.contains('btn') && !event.defaultPrevented) {
      setTimeout(function () { button.setAttribute('aria-busy', 'true'); }, 0);
    }
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('.btn[aria-busy="true"]:not([data-busy])').forEach(function (button) { button.removeAttribute('aria-busy'); });
  });

  /* A field whose row shows an error says so to everyone: aria-invalid, and the error's or help's text as its description. */
  function describe() {
    document.querySelectorAll('.form-row').forEach(function (row) {
      var label = row.querySelector('label[for]');
      var field = label && document.getElementById(label.htmlFor);
      var error = label && document.getElementById(label.htmlFor + 'Error');
      if (!field || !error) { return; }
      var wrong = Boolean(error.textContent.trim());
      var help = row.querySelector('.help');
      if (help && !help.id) { help.id = label.htmlFor + 'Help'; }
      if (wrong) { field.setAttribute('aria-invalid', 'true'); } else { field.removeAttribute('aria-invalid'); }
      var about = [wrong ? error.id : '', help ? help.id : ''].join(' ').trim();
      if (about) { field.setAttribute('aria-describedby', about); } else { field.removeAttribute('aria-describedby'); }
    });
  }
  describe();
  /* A form that came back refused: where to begin. */
  var refused = Array.from(document.querySelectorAll('form .form-row .error, form fieldset .error')).find(function (error) { return error.textContent.trim(); });
  var wrong = refused && refused.closest('.form-row, fieldset').querySelector('input:not([type="hidden"]), select, textarea');
  if (wrong) { wrong.focus(); }
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', function () { setTimeout(describe, 0); });
  }

  window.fp = {
    get: function (path, options) { return call('GET', path, null, options); },
    post: function (path, body, options) { return call('POST', path, body, options); },
    put: function (path, body, options) { return call('PUT', path, body, options); },
    patch: function (path, body, options) { return call('PATCH', path, body, options); },
    del: function (path, options) { return call('DELETE', path, null, options); },
    toast: toast, theme: theme, icon: icon, el: el, count: count,
    amount: amount, quantity: quantity, parse: parse,
    clock: clock, date: date, moment: moment, interval: interval, age: age
  };
}());
