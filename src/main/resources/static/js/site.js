// Conveniences only: every page works without them.
(function () {
  'use strict';

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-once')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    // After the browser has read the form: a disabled button's own value would not be sent.
    setTimeout(function () {
      form.querySelectorAll('button[type=submit]').forEach(function (button) {
        button.disabled = true;
      });
    }, 0);
  });

  // Back to a page the browser kept: its forms can be sent again.
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.querySelectorAll('form[data-once]').forEach(function (form) {
        delete form.dataset.sent;
        form.querySelectorAll('button[type=submit]').forEach(function (button) {
          button.disabled = false;
        });
      });
    }
  });

  // Of two identity fields, the one the chosen country needs.
  document.querySelectorAll('[data-country]').forEach(function (select) {
    function choose() {
      document.querySelectorAll('[data-for-country]').forEach(function (field) {
        field.hidden = (field.dataset.forCountry === 'KZ') !== (select.value === 'KZ');
      });
    }
    select.addEventListener('change', choose);
    choose();
  });

  // Show what is typed as a password.
  document.querySelectorAll('[data-show]').forEach(function (button) {
    var field = document.getElementById(button.dataset.show);
    button.hidden = false;
    button.addEventListener('click', function () {
      var shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!shown));
    });
  });

  // Sign in as a demo account.
  document.querySelectorAll('[data-demo]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var form = document.getElementById('sign-in');
      form.elements.username.value = button.dataset.demo;
      form.elements.password.value = button.dataset.demo;
      form.requestSubmit();
    });
  });

  var first = document.querySelector('[data-focus]');
  if (first) {
    first.focus();
  }
})();
