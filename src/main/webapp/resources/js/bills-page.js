/** The bill's page around the grid: the code tree, the find field, the totals in the foot, and the page's address. */
(function () {
  'use strict';

  const bills = window.fixpunktBills;
  const root = document.querySelector('[data-bill-grid]');
  if (!bills || !root) {
    return;
  }
  const grid = new bills.Grid(root);
  const labels = root.dataset;
  const find = root.querySelector('[data-find]');
  const tree = root.querySelector('[data-tree]');
  const treeToggle = root.querySelector('[data-tree-toggle]');
  const work = root.querySelector('.work');
  const missing = root.querySelector('[data-missing]');
  const clear = root.querySelector('[data-clear]');
  const address = new URLSearchParams(window.location.search);
  const state = {
    code: address.get('code') || '', find: address.get('find') || '', missing: address.get('missing') === 'true'
  };

  function json(path) {
    return fetch(labels.url + path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
      .then(function (response) {
        if (!response.ok) {
          throw new Error(String(response.status));
        }
        return response.json();
      });
  }

  function question() {
    const asked = {};
    if (state.code) {
      asked.within = state.code;
    }
    if (state.find) {
      asked.find = state.find;
    }
    if (state.missing) {
      asked.missingRate = 'true';
    }
    return asked;
  }

  function remember() {
    const next = new URLSearchParams(window.location.search);
    ['code', 'find'].forEach(function (name) {
      if (state[name]) {
        next.set(name, state[name]);
      } else {
        next.delete(name);
      }
    });
    if (state.missing) {
      next.set('missing', 'true');
    } else {
      next.delete('missing');
    }
    history.replaceState(null, '', window.location.pathname + '?' + next);
  }

  function ask() {
    remember();
    if (missing) {
      missing.setAttribute('aria-pressed', String(state.missing));
    }
    clear.hidden = !(state.code || state.find || state.missing);
    return grid.show(question()).then(codeTotal);
  }

  /* The tree: children are fetched when a node is opened. */

  function node(code, level) {
    const item = bills.element('li');
    const line = bills.element('div', 'line l' + Math.min(level, 6));
    const open = bills.element('button', 'twist');
    open.type = 'button';
    if (code.children) {
      open.setAttribute('aria-expanded', 'false');
      open.setAttribute('aria-label', grid.label('open') + ' ' + code.code);
      open.addEventListener('click', function () { twist(item, open, code, level); });
    } else {
      open.disabled = true;
      open.setAttribute('aria-hidden', 'true');
      open.tabIndex = -1;
    }
    const choose = bills.element('button', 'choose');
    choose.type = 'button';
    choose.dataset.code = code.code;
    choose.appendChild(bills.element('span', 'code', code.code));
    choose.appendChild(bills.element('span', 'name', code.text || ''));
    choose.appendChild(bills.element('span', 'num', bills.swedish(String(code.rows))));
    choose.title = code.code + ' ' + (code.text || '') + ' \u00b7 ' + bills.swedish(code.total, 2) + ' kr';
    choose.addEventListener('click', function () { pick(code.code); });
    line.appendChild(open);
    line.appendChild(choose);
    item.appendChild(line);
    return item;
  }

  function twist(item, open, code, level) {
    const expanded = open.getAttribute('aria-expanded') === 'true';
    open.setAttribute('aria-expanded', String(!expanded));
    const below = item.querySelector('ul');
    if (below) {
      below.hidden = expanded;
      return Promise.resolve();
    }
    return branch(item, code.code, level + 1);
  }

  function branch(parent, under, level) {
    const list = bills.element('ul');
    parent.appendChild(list);
    return json('/codes?under=' + encodeURIComponent(under)).then(function (answer) {
      answer.items.forEach(function (code) { list.appendChild(node(code, level)); });
      markTree();
      return answer;
    }).catch(function () {
      list.remove();
    });
  }

  function markTree() {
    tree.querySelectorAll('.choose').forEach(function (button) {
      const on = button.dataset.code === state.code;
      button.parentNode.classList.toggle('on', on);
      if (on) {
        button.setAttribute('aria-current', 'true');
      } else {
        button.removeAttribute('aria-current');
      }
    });
  }

  function pick(code) {
    state.code = code;
    state.find = '';
    find.value = '';
    markTree();
    showTree(false);
    ask();
  }

  /** On a phone the tree and the rows take turns. */
  function showTree(open) {
    work.dataset.show = open ? '1' : '2';
    treeToggle.setAttribute('aria-expanded', String(open));
    grid.schedule();
  }

  function loadTree() {
    const all = node({ code: '', text: '', rows: 0, total: '0' }, 1);
    tree.textContent = '';
    const list = bills.element('ul');
    list.appendChild(all);
    tree.appendChild(list);
    const button = all.querySelector('.choose');
    button.querySelector('.code').textContent = grid.label('all');
    button.title = grid.label('all');
    json('').then(function (bill) {
      button.querySelector('.num').textContent = bills.swedish(String(bill.rows));
      foot('total', bill.total);
      missingCount(bill.missingRates);
    }).catch(function () {});
    return json('/codes?under=').then(function (answer) {
      answer.items.forEach(function (code) { list.appendChild(node(code, 1)); });
      markTree();
    }).catch(function () {});
  }

  /* The foot. */

  function foot(name, amount) {
    const place = root.querySelector('[data-foot=' + name + ']');
    place.textContent = amount === null || amount === undefined ? '\u2013' : bills.swedish(amount, 2);
  }

  function codeTotal() {
    const label = root.querySelector('[data-foot-code]');
    const code = state.code;
    root.querySelector('[data-foot-part]').hidden = !code;
    if (!code) {
      return Promise.resolve();
    }
    label.textContent = code;
    return json('/codes/total?code=' + encodeURIComponent(code)).then(function (answer) {
      if (state.code === code) {
        foot('code', answer.total);
      }
    }).catch(function () { foot('code', null); });
  }

  function missingCount(count) {
    if (missing) {
      missing.hidden = !count && !state.missing;
      missing.querySelector('.tag').textContent = bills.swedish(String(count || 0));
    }
  }

  root.addEventListener('bill-selected', function (event) {
    foot('marked', event.detail ? event.detail.amount : null);
  });
  root.addEventListener('bill-changed', function () {
    codeTotal();
    json('').then(function (bill) {
      foot('total', bill.total);
      missingCount(bill.missingRates);
    }).catch(function () {});
  });

  let typing;
  function findNow() {
    clearTimeout(typing);
    const text = find.value.trim();
    if (text !== state.find) {
      state.find = text;
      state.code = '';
      markTree();
      ask();
    }
  }
  find.addEventListener('input', function () {
    clearTimeout(typing);
    typing = setTimeout(findNow, 250);
  });
  find.addEventListener('keydown', function (event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      findNow();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      grid.grid.focus();
    }
  });
  clear.addEventListener('click', function () {
    state.code = '';
    state.find = '';
    state.missing = false;
    find.value = '';
    markTree();
    ask();
    find.focus();
  });
  if (missing) {
    missing.addEventListener('click', function () {
      state.missing = !state.missing;
      ask();
    });
  }
  treeToggle.addEventListener('click', function () {
    showTree(work.dataset.show !== '1');
  });
  find.value = state.find;
  loadTree();
  ask();
})();
