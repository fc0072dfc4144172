/* The permission matrix: a box that is changed is saved at once, with the version that was seen. */
(function () {
  'use strict';
  var table = document.getElementById('roles');
  var root = new URL('../', location.href).pathname;
  var boxes = Array.prototype.slice.call(table.querySelectorAll('input[data-role]'));

  boxes.forEach(function (box) {
    box.checked = box.dataset.on === 'true';
    box.disabled = box.dataset.fixed === 'true';
  });

  function of(role) { return boxes.filter(function (box) { return box.dataset.role === role; }); }

  table.addEventListener('change', function (event) {
    var changed = event.target;
    var role = changed.dataset.role;
    var permissions = of(role).filter(function (box) { return box.checked; })
      .map(function (box) { return box.dataset.permission; });
    of(role).forEach(function (box) { box.disabled = true; });
    fp.put(root + 'api/v1/projects/' + table.dataset.project + '/roles/' + role, { permissions: permissions }, {
      headers: { 'If-Match': '"' + changed.dataset.version + '"' }
    }).then(function (saved) {
      of(role).forEach(function (box) { box.dataset.version = saved.version; });
      fp.toast(table.dataset.saved, 'green');
    }).catch(function () {
      changed.checked = !changed.checked;
    }).then(function () {
      of(role).forEach(function (box) { box.disabled = box.dataset.fixed === 'true'; });
      changed.focus();
    });
  });
}());
