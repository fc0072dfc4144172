/* The code page: a pasted code keeps only its digits, and the button for another code counts down until it may be pressed. */
(function () {
  'use strict';
  var field = document.querySelector('[data-digits]');
  if (field) {
    field.addEventListener('input', function () {
      var digits = field.value.replace(/\D/g, '').slice(0, Number(field.dataset.digits));
      if (digits !== field.value) { field.value = digits; }
    });
  }
  var again = document.querySelector('[data-wait]');
  if (!again) { return; }
  var words = again.value;
  var until = Date.now() + Number(again.dataset.wait) * 1000;
  function tick() {
    var left = Math.ceil((until - Date.now()) / 1000);
    again.disabled = left > 0;
    again.value = left > 0 ? again.dataset.waitText.replace('{0}', left) : words;
    if (left > 0) { setTimeout(tick, 500); }
  }
  tick();
}());
