/**
 * The import page: dropping a file, a name taken from the file's, and progress while it is sent and read. Posts the page's own
 * form, so that without this script the form does the same, only silently.
 */
(function () {
  'use strict';

  const form = document.querySelector('[data-bill-import]');
  if (!form) {
    return;
  }
  const file = form.querySelector('input[type=file]');
  const drop = form.querySelector('[data-drop]');
  const progress = form.querySelector('[data-progress]');
  const bar = progress.querySelector('progress');
  const words = progress.querySelector('p');
  const go = form.querySelector('.btn.primary');

  let suggested = '';

  function title() {
    return document.getElementById(form.dataset.titleFrom);
  }

  function chosen() {
    if (file.files.length) {
      drop.querySelector('[data-chosen]').textContent = file.files[0].name;
    }
    if (file.files.length && (title().value.trim() === '' || title().value === suggested)) {
      suggested = title().value = file.files[0].name.replace(/\.[^.]*$/, '').normalize('NFC').slice(0, 200);
    }
  }

  ['dragenter', 'dragover'].forEach(function (name) {
    drop.addEventListener(name, function (event) {
      event.preventDefault();
      drop.classList.add('over');
    });
  });
  ['dragleave', 'drop'].forEach(function (name) {
    drop.addEventListener(name, function () { drop.classList.remove('over'); });
  });
  drop.addEventListener('drop', function (event) {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files;
      chosen();
    }
  });
  file.addEventListener('change', chosen);

  function busy(on) {
    go.setAttribute('aria-busy', String(on));
    go.disabled = on;
    progress.hidden = !on;
  }

  function failed() {
    busy(false);
    progress.hidden = false;
    bar.hidden = true;
    words.textContent = words.dataset.failed;
  }

  /** Takes what the server says about the form into this page, and keeps the chosen file. */
  function showAnswer(html) {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    const state = answer.querySelector('input[name="jakarta.faces.ViewState"]');
    if (!state) {
      failed();
      return;
    }
    ['.messages', '#importProblems'].forEach(function (part) {
      const here = document.querySelector(part);
      const there = answer.querySelector(part);
      if (here && there) {
        here.replaceWith(document.adoptNode(there));
      }
    });
    form.querySelectorAll('.error').forEach(function (old) { old.remove(); });
    answer.querySelectorAll('form[data-bill-import] .error').forEach(function (error) {
      words.parentNode.before(document.adoptNode(error));
    });
    form.querySelector('input[name="jakarta.faces.ViewState"]').value = state.value;
    busy(false);
    const messages = document.querySelector('.messages');
    if (messages) {
      messages.scrollIntoView({ block: 'center' });
    }
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    const body = new FormData(form);
    body.set(go.name, go.value);
    const request = new XMLHttpRequest();
    const here = form.action;
    request.open('POST', here);
    request.upload.addEventListener('progress', function (sent) {
      if (sent.lengthComputable) {
        bar.value = sent.loaded / sent.total * 100;
      }
    });
    request.upload.addEventListener('load', function () {
      bar.removeAttribute('value');
      words.textContent = words.dataset.reading;
    });
    request.addEventListener('load', function () {
      if (/\/bills\/preview/.test(request.responseURL)) {
        window.location.href = request.responseURL;
      } else if (request.status < 500) {
        showAnswer(request.responseText);
      } else {
        failed();
      }
    });
    request.addEventListener('error', failed);
    bar.hidden = false;
    bar.value = 0;
    words.textContent = words.dataset.sending;
    busy(true);
    request.send(body);
  });
})();
