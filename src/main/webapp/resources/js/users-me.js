/* One's own sessions: ending one goes through REST, the same gate as everything else. */
(function () {
  'use strict';
  var sessions = document.getElementById('sessions');
  sessions.addEventListener('click', function (event) {
    var button = event.target.closest('[data-end]');
    if (!button) { return; }
    var row = button.closest('[data-session]');
    button.setAttribute('aria-busy', 'true');
    fp.del(sessions.dataset.api + row.dataset.session).then(function () {
      row.remove();
      fp.toast(sessions.dataset.ended, 'green');
    }).catch(function () { button.removeAttribute('aria-busy'); });
  });
}());
