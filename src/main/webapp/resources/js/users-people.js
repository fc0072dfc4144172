/* The organisation's people: adding and changing go through REST, the same gate as everything else. */
(function () {
  'use strict';
  var people = document.getElementById('people');
  var problems = document.getElementById('peopleProblems').content;
  var changing = null;

  var said = sessionStorage.getItem('fixpunkt.toast');
  if (said) {
    sessionStorage.removeItem('fixpunkt.toast');
    fp.toast(said, 'green');
  }

  function rights(form) {
    return Array.prototype.slice.call(form.querySelectorAll('[name="rights"]:checked')).map(function (box) { return box.value; });
  }

  function send(form, request) {
    var error = form.querySelector('.error');
    var button = form.querySelector('[type="submit"]');
    error.textContent = '';
    request.then(function () {
      sessionStorage.setItem('fixpunkt.toast', form.dataset.done);
      location.reload();
    }).catch(function (refusal) {
      var name = String(refusal.problem && refusal.problem.type || '').split(':').pop();
      var words = name && problems.querySelector('[data-problem="' + name + '"]');
      error.textContent = words ? words.textContent : refusal.message;
      button.removeAttribute('aria-busy');
    });
  }

  document.getElementById('addForm').addEventListener('submit', function (event) {
    event.preventDefault();
    var form = event.target;
    send(form, fp.post(people.dataset.api, {
      name: form.elements.name.value,
      email: form.elements.email.value,
      password: form.elements.password.value,
      rights: rights(form)
    }, { quiet: true }));
  });

  people.addEventListener('click', function (event) {
    var button = event.target.closest('[data-change]');
    if (!button) { return; }
    changing = button.closest('[data-person]');
    var form = document.getElementById('changeForm');
    var has = changing.dataset.rights.split(' ');
    form.querySelector('.error').textContent = '';
    form.elements.name.value = changing.dataset.name;
    form.elements.active.checked = changing.dataset.active === 'true';
    form.querySelectorAll('[name="rights"]').forEach(function (box) { box.checked = has.indexOf(box.value) >= 0; });
    document.getElementById('changeDialog').showModal();
  });

  document.getElementById('changeForm').addEventListener('submit', function (event) {
    event.preventDefault();
    var form = event.target;
    send(form, fp.patch(people.dataset.api + '/' + changing.dataset.person, {
      name: form.elements.name.value,
      rights: rights(form),
      active: form.elements.active.checked
    }, { quiet: true }));
  });
}());
