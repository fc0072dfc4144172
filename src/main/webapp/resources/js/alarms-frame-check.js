/* Check a frame: asks the API what the pasted message is, and lays out the answer. */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var fp = window.fp;
  var form = document.getElementById('frame-check');
  if (!form || !fp) { return; }
  var byId = function (id) { return document.getElementById(id); };
  var words = read('frame-words');
  var protocols = read('frame-protocols');
  var verdicts = read('frame-verdicts');

  function read(template) {
    var found = {};
    byId(template).content.querySelectorAll('i').forEach(function (word) { found[word.dataset.key] = word.textContent; });
    return found;
  }
  function say(code, values) {
    return (words[code] || code).replace(/\{(\d)\}/g, function (whole, index) { return values[index] === undefined ? whole : values[index]; });
  }
  /* A verdict in words; of one with a number in it (snu-5) the word and the number. */
  function outcome(verdict) {
    var part = /^([a-z]+-)(\d+)$/.exec(verdict);
    return verdicts[verdict] || (part && verdicts[part[1]] ? verdicts[part[1]] + ' ' + part[2] : verdict);
  }
  /* Line ends and other characters that cannot be seen are named. */
  function visible(text) {
    return text.replace(/[\x00-\x08\x0b-\x1f\x7f]/g, function (c) {
      return { '\r': '<CR>', '\0': '<NUL>' }[c] || '<' + ('0' + c.charCodeAt(0).toString(16)).slice(-2).toUpperCase() + '>';
    }).replace(/\n/g, '<LF>\n').replace(/\n$/, '');
  }

  function show(explained) {
    byId('frame-result').hidden = false;
    byId('frame-none').hidden = true;
    var kind = byId('frame-kind');
    kind.hidden = false;
    kind.textContent = '';
    kind.appendChild(fp.el('span', 'tag', protocols[explained.protocol] || '?'));
    if (explained.verdict) { kind.appendChild(fp.el('span', 'tag ' + (explained.verdict === 'stored' ? 'green' : 'amber'), outcome(explained.verdict))); }
    kind.appendChild(fp.el('span', 'quiet xs', form.dataset.bytes.replace('{0}', explained.length)));
    var fields = byId('frame-fields');
    fields.textContent = '';
    explained.fields.forEach(function (field) {
      fields.appendChild(fp.el('dt', 'mono', field.name));
      fields.appendChild(fp.el('dd', '', field.value));
    });
    var findings = byId('frame-findings');
    findings.textContent = '';
    explained.findings.forEach(function (finding) { findings.appendChild(found(finding.wrong, say(finding.code, finding.values))); });
    if (!explained.findings.some(function (finding) { return finding.wrong; })) { findings.insertBefore(found(false, words.right), findings.firstChild); }
    var answers = byId('frame-answers');
    answers.textContent = '';
    explained.answers.forEach(function (answer) {
      var block = fp.el('div', 'frame-answer');
      var text = fp.el('pre', 'mono', visible(answer.text));
      text.tabIndex = 0;
      block.appendChild(text);
      answers.appendChild(block);
    });
    if (!explained.answers.length) { answers.appendChild(fp.el('p', 'frame-answer quiet', words.silent)); }
  }
  function found(wrong, text) {
    var item = fp.el('li', wrong ? 'bad' : '');
    item.appendChild(fp.icon(wrong ? 'circle-alert' : 'circle-check', 's'));
    item.appendChild(fp.el('span', '', text));
    return item;
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var button = form.querySelector('[type=submit]');
    button.disabled = true;
    fp.post(form.dataset.source, {
      frame: form.elements.frame.value, protocol: form.elements.protocol.value,
      device: form.elements.device.value, key: form.elements.key.value
    }).then(show, function () { /* Toasted. */ }).then(function () { button.disabled = false; });
  });
  form.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { form.requestSubmit(); }
  });
  var brought = sessionStorage.getItem('frame');
  if (brought) {
    sessionStorage.removeItem('frame');
    var frame = JSON.parse(brought);
    form.elements.frame.value = frame.text;
    form.elements.protocol.value = frame.protocol || '';
    form.requestSubmit();
  } else { form.elements.frame.focus(); }
});
