/* Members and invitations: what the administrator does here goes through REST, the same gate as everything else. */
(function () {
  'use strict';
  var members = document.getElementById('members');
  var base = 'api/v1/projects/' + members.dataset.project;
  var root = new URL('../', location.href).pathname;

  function path(rest) { return root + base + rest; }
  function after(text) {
    sessionStorage.setItem('fixpunkt.toast', text);
    location.reload();
  }

  var said = sessionStorage.getItem('fixpunkt.toast');
  if (said) {
    sessionStorage.removeItem('fixpunkt.toast');
    fp.toast(said, 'green');
  }

  members.addEventListener('change', function (event) {
    var select = event.target.closest('[data-change-role]');
    if (!select) { return; }
    var row = select.closest('[data-member]');
    select.disabled = true;
    fp.patch(path('/members/' + row.dataset.member), { role: select.value }).then(function () {
      select.dataset.now = select.value;
      fp.toast(members.dataset.roleChanged, 'green');
    }).catch(function () {
      select.value = select.dataset.now;
    }).then(function () { select.disabled = false; });
  });

  var removeDialog = document.getElementById('removeDialog');
  var leaving = null;
  members.addEventListener('click', function (event) {
    var button = event.target.closest('[data-remove-member]');
    if (!button) { return; }
    leaving = button.closest('[data-member]');
    document.getElementById('removeName').textContent = leaving.dataset.name;
    removeDialog.showModal();
  });
  if (removeDialog) {
    document.getElementById('removeSure').addEventListener('click', function () {
      removeDialog.close();
      fp.del(path('/members/' + leaving.dataset.member)).then(function () { after(members.dataset.removed); }).catch(function () {});
    });
  }

  var invitations = document.getElementById('invitations');
  if (invitations) {
    invitations.addEventListener('click', function (event) {
      var button = event.target.closest('[data-resend], [data-revoke]');
      if (!button) { return; }
      var one = path('/invitations/' + button.closest('[data-invitation]').dataset.invitation);
      var again = 'resend' in button.dataset;
      button.disabled = true;
      (again ? fp.post(one + '/resend') : fp.del(one)).then(function () {
        after(again ? invitations.dataset.resent : invitations.dataset.revoked);
      }).catch(function () { button.disabled = false; });
    });
  }

  var form = document.getElementById('inviteForm');
  if (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var error = document.getElementById('inviteError');
      error.textContent = '';
      fp.post(path('/invitations'), {
        email: form.email.value,
        role: form.role.value,
        party: form.party.value || null
      }, { quiet: true }).then(function () {
        after(form.dataset.sent);
      }).catch(function (refusal) { error.textContent = refusal.message; });
    });
  }
}());
