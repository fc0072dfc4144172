/**
 * The bill's grid: rows are fetched by position from the REST contract as they scroll into view, so 100,000 rows cost
 * what a screenful costs. Everything a person reads comes from data-label-* attributes; numbers stay strings all the way.
 */
(function () {
  'use strict';

  /** Browsers stop growing an element somewhere between 16 and 33 million pixels; beyond this the scroll is scaled. */
  const TALLEST = 12000000;
  const CHUNK = 200;
  const KEPT_CHUNKS = 50;
  const OVERSCAN = 6;
  const COLUMNS = ['code', 'text', 'unit', 'quantity', 'unitRate', 'amount'];
  const PRICED = ['item', 'option', 'alternative', 'provisional', 'rateOnly'];

  /** "1234.5" → "1 234,5"; text in, text out, so no digit is ever lost. */
  function swedish(plain, decimals) {
    if (plain === null || plain === undefined || plain === '') {
      return '';
    }
    const negative = plain.charAt(0) === '-';
    const parts = (negative ? plain.slice(1) : plain).split('.');
    let fraction = parts[1] || '';
    while (fraction.length < (decimals || 0)) {
      fraction += '0';
    }
    const whole = parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
    return (negative ? '\u2212' : '') + whole + (fraction ? ',' + fraction : '');
  }

  /** What a person typed or pasted, as a plain number; null when it is not one number beyond doubt. */
  function plainNumber(typed) {
    let text = typed.replace(/[\s\u00a0\u2007\u2009\u202f']/g, '').replace(/\u2212/g, '-').replace(/kr$/i, '');
    if (text === '') {
      return '';
    }
    const commas = text.split(',').length - 1;
    const points = text.split('.').length - 1;
    if (commas > 1 || points > 1 || (commas && points && text.indexOf('.') > text.indexOf(','))) {
      return null;
    }
    if (commas && points) {
      // 1.234,50 is read only when the point really separates thousands.
      if (!/^-?\d{1,3}\.\d{3},\d+$/.test(text)) {
        return null;
      }
      text = text.replace('.', '');
    }
    text = text.replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function Rows(url) {
    this.url = url;
    this.reset({});
  }

  /** Forgets everything and asks another question. */
  Rows.prototype.reset = function (question) {
    this.question = question;
    this.forget();
  };

  Rows.prototype.forget = function () {
    (this.waiting || new Map()).forEach(function (control) { control.abort(); });
    this.chunks = new Map();
    this.waiting = new Map();
  };

  Rows.prototype.at = function (index) {
    const chunk = this.chunks.get(Math.floor(index / CHUNK));
    return chunk ? chunk[index % CHUNK] : undefined;
  };

  Rows.prototype.put = function (index, row) {
    const chunk = this.chunks.get(Math.floor(index / CHUNK));
    if (chunk) {
      chunk[index % CHUNK] = row;
    }
  };

  Rows.prototype.ask = function (offset, signal) {
    const parameters = new URLSearchParams(this.question);
    parameters.set('offset', offset);
    parameters.set('limit', CHUNK);
    return fetch(this.url + '?' + parameters, {
      headers: { Accept: 'application/json' }, credentials: 'same-origin', signal: signal
    }).then(function (response) {
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      return response.json();
    });
  };

  /** Fetches what is missing between two indices and drops what nobody waits for any more. */
  Rows.prototype.need = function (from, to, arrived, failed) {
    const first = Math.max(0, Math.floor(from / CHUNK));
    const last = Math.floor(Math.max(from, to) / CHUNK);
    const self = this;
    this.waiting.forEach(function (control, number) {
      if (number < first - 1 || number > last + 1) {
        control.abort();
        self.waiting.delete(number);
      }
    });
    for (let number = first; number <= last; number++) {
      if (!this.chunks.has(number) && !this.waiting.has(number)) {
        this.fetchChunk(number, arrived, failed);
      }
    }
  };

  Rows.prototype.fetchChunk = function (number, arrived, failed) {
    const self = this;
    const control = new AbortController();
    const waiting = this.waiting;
    waiting.set(number, control);
    return this.ask(number * CHUNK, control.signal).then(function (page) {
      if (self.waiting !== waiting) {
        return;
      }
      waiting.delete(number);
      self.chunks.delete(number);
      self.chunks.set(number, page.items);
      if (self.chunks.size > KEPT_CHUNKS) {
        self.chunks.delete(self.chunks.keys().next().value);
      }
      arrived(page);
    }).catch(function (failure) {
      waiting.delete(number);
      if (failure.name !== 'AbortError') {
        failed(failure);
      }
    });
  };

  function Grid(root) {
    this.root = root;
    this.labels = root.dataset;
    this.scroller = root.querySelector('[data-scroll]');
    this.body = root.querySelector('[data-rows]');
    this.status = root.querySelector('[data-status]');
    this.notice = root.querySelector('[data-notice]');
    this.empty = root.querySelector('[data-empty]');
    this.grid = root.querySelector('[role=grid]');
    this.rows = new Rows(root.dataset.url + '/rows');
    this.count = 0;
    this.drawn = new Map();
    this.active = { row: 0, column: 0 };
    this.question = {};
    this.editing = null;
    this.listen();
  }

  Grid.prototype.label = function (name) {
    return this.labels['label' + name.charAt(0).toUpperCase() + name.slice(1)] || name;
  };

  Grid.prototype.listen = function () {
    const self = this;
    this.scroller.addEventListener('scroll', function () { self.schedule(); }, { passive: true });
    this.grid.addEventListener('keydown', function (event) { self.key(event); });
    this.grid.addEventListener('focus', function () { self.schedule(); });
    this.body.addEventListener('mousedown', function (event) { self.press(event); });
    this.body.addEventListener('dblclick', function (event) {
      const cell = event.target.closest('[role=gridcell]');
      if (cell) {
        self.edit();
      }
    });
    if (window.ResizeObserver) {
      new ResizeObserver(function () { self.schedule(); }).observe(this.scroller);
    }
  };

  /** Asks a new question: from the top, skeletons until the answer is here. */
  Grid.prototype.show = function (question, keepPlace) {
    const self = this;
    this.stopEditing();
    this.question = question;
    this.rows.reset(question);
    this.clear();
    if (!keepPlace) {
      this.scroller.scrollTop = 0;
      this.active = { row: 0, column: this.active.column };
    }
    this.root.classList.add('loading');
    this.count = 24;
    this.grid.setAttribute('aria-rowcount', '-1');
    this.empty.hidden = true;
    this.layOut();
    this.draw();
    return this.rows.fetchChunk(0, function (page) {
      self.root.classList.remove('loading');
      self.count = page.total;
      self.grid.setAttribute('aria-rowcount', String(page.total + 1));
      self.empty.hidden = page.total > 0;
      self.clear();
      self.layOut();
      self.draw();
      self.say(self.label('found').replace('{0}', swedish(String(page.total))));
      self.selected();
    }, function (failure) { self.failed(failure); });
  };

  Grid.prototype.failed = function (failure) {
    const self = this;
    const text = failure.message === '401' ? this.label('signedOut') : this.label('unreachable');
    this.tell('red', text, [[this.label('retry'), function () { self.schedule(); }]]);
  };

  Grid.prototype.clear = function () {
    this.grid.removeAttribute('aria-activedescendant');
    this.drawn.forEach(function (row) { row.remove(); });
    this.drawn.clear();
  };

  Grid.prototype.layOut = function () {
    this.rowHeight = parseInt(getComputedStyle(this.root).getPropertyValue('--bill-row'), 10) || 32;
    const tall = this.count * this.rowHeight;
    this.body.style.height = Math.min(tall, TALLEST) + 'px';
    this.tall = tall;
  };

  /** Pixels of the whole list above the window, also where the list is taller than a browser can make it. */
  Grid.prototype.above = function () {
    if (this.tall <= TALLEST) {
      return this.scroller.scrollTop;
    }
    const room = this.scroller.clientHeight - this.headHeight();
    return this.scroller.scrollTop / (TALLEST - room) * (this.tall - room);
  };

  Grid.prototype.scrollToAbove = function (above) {
    if (this.tall <= TALLEST) {
      this.scroller.scrollTop = above;
      return;
    }
    const room = this.scroller.clientHeight - this.headHeight();
    this.scroller.scrollTop = above / (this.tall - room) * (TALLEST - room);
  };

  Grid.prototype.headHeight = function () {
    return this.body.offsetTop;
  };

  Grid.prototype.schedule = function () {
    const self = this;
    if (!this.frame) {
      this.frame = requestAnimationFrame(function () {
        self.frame = 0;
        const height = parseInt(getComputedStyle(self.root).getPropertyValue('--bill-row'), 10) || 32;
        if (height !== self.rowHeight) {
          self.clear();
          self.layOut();
        }
        self.draw();
      });
    }
  };

  Grid.prototype.window = function () {
    const above = this.above();
    const first = Math.floor(above / this.rowHeight);
    const fits = Math.ceil(this.scroller.clientHeight / this.rowHeight);
    return {
      above: above,
      first: Math.max(0, first - OVERSCAN),
      last: Math.min(this.count - 1, first + fits + OVERSCAN)
    };
  };

  Grid.prototype.draw = function () {
    const view = this.window();
    const self = this;
    this.drawn.forEach(function (row, index) {
      if (index < view.first || index > view.last) {
        if (self.editing && self.editing.index === index) {
          return;
        }
        row.remove();
        self.drawn.delete(index);
      }
    });
    const shift = this.scroller.scrollTop - view.above;
    for (let index = view.first; index <= view.last; index++) {
      let drawn = this.drawn.get(index);
      const row = this.rows.at(index);
      if (!drawn) {
        drawn = this.build(index, row);
        this.drawn.set(index, drawn);
        this.body.appendChild(drawn);
      } else if (drawn.shows !== row && !(this.editing && this.editing.index === index)) {
        this.fill(drawn, row);
      }
      drawn.style.transform = 'translateY(' + Math.round(index * this.rowHeight + shift) + 'px)';
      this.mark(drawn, index);
    }
    this.fetchSoon(view);
  };

  /** Waits a moment before fetching, so that a drag over 100,000 rows asks for the rows where it stops. */
  Grid.prototype.fetchSoon = function (view) {
    const self = this;
    clearTimeout(this.fetching);
    if (this.root.classList.contains('loading') || this.count === 0) {
      return;
    }
    let missing = false;
    for (let index = view.first; index <= view.last; index++) {
      missing = missing || !this.rows.at(index);
    }
    if (missing) {
      this.fetching = setTimeout(function () {
        const now = self.window();
        self.rows.need(now.first, now.last, function () { self.draw(); }, function (failure) { self.failed(failure); });
      }, 60);
    }
  };

  Grid.prototype.build = function (index, row) {
    const drawn = element('div', 'bill-row');
    drawn.setAttribute('role', 'row');
    drawn.setAttribute('aria-rowindex', String(index + 2));
    drawn.index = index;
    this.fill(drawn, row);
    return drawn;
  };

  Grid.prototype.fill = function (drawn, row) {
    drawn.shows = row;
    drawn.textContent = '';
    drawn.className = 'bill-row' + (row ? ' ' + row.kind : ' waiting');
    if (row) {
      drawn.dataset.row = row.id;
    }
    for (let column = 0; column < COLUMNS.length; column++) {
      const cell = element('div', 'c-' + COLUMNS[column]);
      cell.setAttribute('role', 'gridcell');
      cell.setAttribute('aria-colindex', String(column + 1));
      cell.id = 'cell-' + drawn.index + '-' + column;
      if (row) {
        this.content(cell, COLUMNS[column], row);
      } else {
        cell.appendChild(element('span', 'skeleton'));
      }
      drawn.appendChild(cell);
    }
  };

  Grid.prototype.content = function (cell, column, row) {
    if (column === 'quantity') {
      cell.textContent = swedish(row.quantity);
    } else if (column === 'unitRate') {
      this.rateContent(cell, row);
    } else if (column === 'amount' && row.kind === 'heading') {
      cell.textContent = swedish(row.total, 2);
    } else if (column === 'amount') {
      this.amountContent(cell, row);
    } else {
      cell.textContent = row[column] || '';
      if (column === 'text') {
        cell.title = row.text || '';
      }
    }
    if (this.editable(row, column)) {
      cell.classList.add('editable');
    } else {
      cell.setAttribute('aria-readonly', 'true');
    }
  };

  Grid.prototype.rateContent = function (cell, row) {
    if (row.unitRate !== null && row.unitRate !== undefined) {
      cell.textContent = swedish(row.unitRate, 2);
    } else if (PRICED.indexOf(row.kind) >= 0) {
      cell.appendChild(element('span', 'tag amber', this.label('missing')));
    }
  };

  Grid.prototype.amountContent = function (cell, row) {
    const tags = { rateOnly: 'blue', lumpSum: '', includedElsewhere: '', option: 'violet', alternative: 'violet', provisional: '' };
    if (Object.prototype.hasOwnProperty.call(tags, row.kind)) {
      cell.appendChild(element('span', 'tag ' + tags[row.kind], this.label(row.kind)));
      cell.appendChild(document.createTextNode(' '));
    }
    if (row.amount !== null && row.amount !== undefined) {
      cell.appendChild(element('span', 'sum', swedish(row.amount, 2)));
    } else if (row.kind === 'lumpSum') {
      cell.appendChild(element('span', 'tag amber', this.label('missing')));
    } else if (PRICED.indexOf(row.kind) >= 0 && row.kind !== 'rateOnly') {
      cell.appendChild(element('span', 'quiet', '\u2013'));
    }
  };

  Grid.prototype.editable = function (row, column) {
    const price = this.labels.mayPrice === 'true';
    const edit = this.labels.mayEdit === 'true';
    if (column === 'unitRate') {
      return price && PRICED.indexOf(row.kind) >= 0;
    }
    if (column === 'amount') {
      return price && row.kind === 'lumpSum';
    }
    if (column === 'quantity') {
      return edit && PRICED.indexOf(row.kind) >= 0 && row.kind !== 'rateOnly';
    }
    return edit && (column === 'text' || (column === 'unit' && PRICED.indexOf(row.kind) >= 0));
  };

  Grid.prototype.mark = function (drawn, index) {
    const here = index === this.active.row;
    drawn.classList.toggle('here', here);
    if (here) {
      drawn.setAttribute('aria-selected', 'true');
      const cell = drawn.children[this.active.column];
      for (let i = 0; i < drawn.children.length; i++) {
        drawn.children[i].classList.toggle('cell', i === this.active.column);
      }
      if (cell) {
        this.grid.setAttribute('aria-activedescendant', cell.id);
      }
    } else if (drawn.hasAttribute('aria-selected')) {
      drawn.removeAttribute('aria-selected');
      for (let i = 0; i < drawn.children.length; i++) {
        drawn.children[i].classList.remove('cell');
      }
    }
  };

  Grid.prototype.go = function (row, column) {
    this.active = {
      row: Math.max(0, Math.min(this.count - 1, row)),
      column: Math.max(0, Math.min(COLUMNS.length - 1, column))
    };
    const top = this.active.row * this.rowHeight;
    const above = this.above();
    const room = this.scroller.clientHeight - this.headHeight();
    if (top < above) {
      this.scrollToAbove(top);
    } else if (top + this.rowHeight > above + room) {
      this.scrollToAbove(top + this.rowHeight - room);
    }
    this.draw();
    this.selected();
  };

  /** Tells the footer which row is marked. */
  Grid.prototype.selected = function () {
    const row = this.count ? this.rows.at(this.active.row) : undefined;
    this.root.dispatchEvent(new CustomEvent('bill-selected', { detail: row }));
  };

  Grid.prototype.press = function (event) {
    const cell = event.target.closest('[role=gridcell]');
    if (!cell || (this.editing && cell.contains(this.editing.input))) {
      return;
    }
    const row = cell.parentNode;
    event.preventDefault();
    const again = this.active.row === row.index && COLUMNS[this.active.column] === cell.className.split(' ')[0].slice(2);
    this.grid.focus({ preventScroll: true });
    this.go(row.index, Array.prototype.indexOf.call(row.children, cell));
    if (again && cell.classList.contains('editable')) {
      this.edit();
    }
  };

  Grid.prototype.key = function (event) {
    if (this.editing || event.altKey) {
      return;
    }
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - this.headHeight()) / this.rowHeight) - 1);
    const far = event.ctrlKey || event.metaKey;
    const to = {
      ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1],
      PageDown: [page, 0], PageUp: [-page, 0],
      Home: far ? [-this.count, -9] : [0, -9], End: far ? [this.count, 9] : [0, 9]
    }[event.key];
    if (to) {
      event.preventDefault();
      this.go(this.active.row + to[0], this.active.column + to[1]);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.edit();
    } else if (event.key.length === 1 && /[0-9,\-]/.test(event.key) && !far) {
      event.preventDefault();
      this.edit(event.key);
    }
  };

  /** Opens the marked cell; where it cannot be changed, the row's rate or lump sum. */
  Grid.prototype.edit = function (typed) {
    const row = this.rows.at(this.active.row);
    if (!row || this.editing) {
      return;
    }
    let column = COLUMNS[this.active.column];
    if (!this.editable(row, column)) {
      column = row.kind === 'lumpSum' ? 'amount' : 'unitRate';
      if (!this.editable(row, column)) {
        return;
      }
      this.active.column = COLUMNS.indexOf(column);
      this.draw();
    }
    this.open(row, column, typed);
  };

  Grid.prototype.open = function (row, column, typed) {
    const self = this;
    const index = this.active.row;
    const cell = this.drawn.get(index).children[COLUMNS.indexOf(column)];
    const number = column !== 'text' && column !== 'unit';
    const input = element('input', number ? 'num' : '');
    input.setAttribute('aria-label', this.label(column));
    input.maxLength = number ? 40 : (column === 'unit' ? 16 : 4000);
    if (number) {
      input.inputMode = 'decimal';
    }
    const before = number ? swedish(row[column]) : row[column] || '';
    input.value = typed === undefined ? before : typed;
    cell.textContent = '';
    cell.appendChild(input);
    cell.classList.add('open');
    this.editing = { input: input, index: index, row: row, column: column, number: number, before: before };
    input.addEventListener('keydown', function (event) { self.editKey(event); });
    input.addEventListener('blur', function () {
      if (self.editing && self.editing.input === input) {
        self.commit();
      }
    });
    input.focus({ preventScroll: true });
    if (typed === undefined) {
      input.select();
    }
  };

  Grid.prototype.editKey = function (event) {
    event.stopPropagation();
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (this.commit()) {
        this.grid.focus({ preventScroll: true });
        this.go(this.active.row + step, this.active.column);
      }
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.stopEditing();
      this.grid.focus({ preventScroll: true });
    }
  };

  Grid.prototype.stopEditing = function () {
    const editing = this.editing;
    this.editing = null;
    if (editing && this.drawn.get(editing.index)) {
      this.fill(this.drawn.get(editing.index), this.rows.at(editing.index));
      this.draw();
    }
  };

  /** Sends what was typed, if it is something new; false keeps the cell open because it cannot be read. */
  Grid.prototype.commit = function () {
    const editing = this.editing;
    const typed = editing.input.value.trim();
    if (typed === editing.before) {
      this.stopEditing();
      return true;
    }
    const value = editing.number ? plainNumber(typed) : typed;
    if (value === null) {
      editing.input.setAttribute('aria-invalid', 'true');
      this.tell('red', this.label('notANumber').replace('{0}', typed), []);
      return false;
    }
    this.stopEditing();
    this.quieten();
    this.save(editing.index, editing.row, editing.column, value === '' ? null : value, editing.row.version);
    return true;
  };

  Grid.prototype.save = function (index, row, column, value, version) {
    const self = this;
    const change = {};
    change[column] = value;
    const shown = Object.assign({}, row);
    shown[column] = value;
    this.replace(index, shown, 'saving');
    return fetch(this.labels.url + '/rows/' + row.id, {
      method: 'PATCH', credentials: 'same-origin', body: JSON.stringify(change),
      headers: {
        'Content-Type': 'application/json', Accept: 'application/json',
        'If-Match': '"' + version + '"', 'X-Fixpunkt-CSRF': '1'
      }
    }).then(function (response) {
      return response.json().catch(function () { return {}; }).then(function (answer) {
        if (response.ok) {
          self.replace(index, answer, 'saved');
          self.changed();
        } else if (response.status === 412 && answer.current) {
          self.conflict(index, row, column, value, answer.current);
        } else {
          self.refused(index, row, response.status, answer);
        }
      });
    }).catch(function () { self.refused(index, row, 0, {}); });
  };

  Grid.prototype.replace = function (index, row, state) {
    this.rows.put(index, row);
    const drawn = this.drawn.get(index);
    if (drawn && !(this.editing && this.editing.index === index)) {
      this.fill(drawn, row);
      drawn.classList.add(state);
    }
    this.draw();
    if (index === this.active.row) {
      this.selected();
    }
  };

  /** Somebody else was first: shows both values, by name of column, and lets the person choose. */
  Grid.prototype.conflict = function (index, row, column, mine, current) {
    const self = this;
    // What the answer leaves out is empty now.
    const now = Object.assign({}, row, { code: null, text: '', unit: null, quantity: null, unitRate: null, amount: null }, current);
    this.replace(index, now, 'changed');
    const decimals = column === 'quantity' ? 0 : 2;
    const shown = function (value) {
      return value === null || value === undefined ? '\u2013' : column === 'text' || column === 'unit' ? value : swedish(value, decimals);
    };
    const text = this.label('conflict').replace('{0}', this.label(column)).replace('{1}', now.code || '')
      .replace('{2}', shown(now[column])).replace('{3}', shown(mine));
    this.tell('amber', text, [
      [this.label('keepTheirs'), function () { self.quieten(); self.changed(); }],
      [this.label('useMine'), function () {
        self.quieten();
        self.save(index, now, column, mine, now.version);
      }]
    ]);
  };

  Grid.prototype.refused = function (index, row, status, answer) {
    this.replace(index, row, 'refused');
    const reasons = { 'too-precise-or-large': 'tooPrecise', negative: 'negative', 'amount-too-large': 'tooLarge' };
    const statuses = { 0: 'unreachable', 401: 'signedOut', 403: 'forbidden' };
    this.tell('red', this.label(statuses[status] || reasons[answer.reason] || 'notSaved'), []);
  };

  /** Headings and totals follow a changed row; what is in view is fetched again without blinking. */
  Grid.prototype.changed = function () {
    const self = this;
    const view = this.window();
    const first = Math.floor(view.first / CHUNK);
    const last = Math.floor(view.last / CHUNK);
    Array.from(this.rows.chunks.keys()).forEach(function (number) {
      if (number < first || number > last) {
        self.rows.chunks.delete(number);
      }
    });
    for (let number = first; number <= last; number++) {
      this.rows.fetchChunk(number, function () { self.draw(); self.selected(); }, function () {});
    }
    this.root.dispatchEvent(new CustomEvent('bill-changed'));
  };

  Grid.prototype.tell = function (colour, text, choices) {
    const notice = this.notice;
    const self = this;
    notice.textContent = '';
    notice.className = 'bill-notice ' + colour;
    notice.appendChild(element('span', '', text));
    choices.concat([[this.label('dismiss'), function () { self.quieten(); }]]).forEach(function (choice) {
      const button = element('button', 'btn', choice[0]);
      button.type = 'button';
      button.addEventListener('click', choice[1]);
      notice.appendChild(button);
    });
    notice.hidden = false;
  };

  Grid.prototype.quieten = function () {
    this.notice.hidden = true;
    this.notice.textContent = '';
  };

  Grid.prototype.say = function (text) {
    this.status.textContent = text;
  };

  window.fixpunktBills = { Grid: Grid, swedish: swedish, plainNumber: plainNumber, element: element };
})();
