// Conveniences only: every page works without them.
(function () {
  'use strict';

  // A form's buttons, those outside of it too.
  function submitsOf(form) {
    return Array.from(form.elements).filter(function (element) {
      return element.type === 'submit';
    });
  }

  // Where a small form stands beside a large one, what was typed in the large one goes with it.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    var around = form.closest('[data-keep]');
    if (!around || form.id === around.dataset.keep) {
      return;
    }
    var kept = form.elements.kept || form.appendChild(document.createElement('input'));
    kept.type = 'hidden';
    kept.name = 'kept';
    kept.value = new URLSearchParams(new FormData(document.getElementById(around.dataset.keep))).toString();
  });

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
      submitsOf(form).forEach(function (button) {
        button.disabled = true;
      });
    }, 0);
  });

  // Back to a page the browser kept: its forms can be sent again.
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.querySelectorAll('form[data-once]').forEach(function (form) {
        delete form.dataset.sent;
        submitsOf(form).forEach(function (button) {
          button.disabled = false;
        });
      });
    }
  });

  // A file is sent with its progress shown, and only one that the server could take.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-upload')) {
      return;
    }
    event.preventDefault();
    var file = form.elements.file.files[0];
    if (!file || file.size === 0) {
      complain(form, form.dataset.empty);
    } else if (file.size > Number(form.dataset.upload)) {
      complain(form, form.dataset.tooLarge);
    } else {
      complain(form, '');
      upload(form);
    }
  });

  function complain(form, message) {
    var error = form.querySelector('.field-error');
    error.textContent = message;
    error.hidden = message === '';
    form.elements.file.classList.toggle('is-invalid', message !== '');
    if (message) {
      form.elements.file.setAttribute('aria-invalid', 'true');
      form.elements.file.focus();
    } else {
      form.elements.file.removeAttribute('aria-invalid');
    }
  }

  // While the server works on what a form sent, its bar shows how far it has come.
  function watch(form) {
    var progress = form.querySelector('progress');
    progress.hidden = false;
    progress.removeAttribute('value');
    form.querySelector('[data-stage]').textContent = form.dataset.working;
    return setInterval(function () {
      fetch(form.dataset.progress, { headers: { Accept: 'application/json' } }).then(function (answer) {
        return answer.ok ? answer.json() : {};
      }).then(function (state) {
        if (typeof state.done === 'number') {
          progress.value = state.done;
        }
      }).catch(function () {
        // The next one may arrive.
      });
    }, 500);
  }

  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.hasAttribute('data-progress') && !form.hasAttribute('data-upload')) {
      watch(form);
    }
  });

  function upload(form) {
    var request = new XMLHttpRequest();
    var progress = form.querySelector('progress');
    var button = form.querySelector('button[type=submit]');
    var watching;
    function wait(waiting) {
      progress.hidden = !waiting;
      button.disabled = waiting;
    }
    if (form.hasAttribute('data-progress')) {
      request.upload.addEventListener('load', function () {
        watching = watch(form);
      });
      request.addEventListener('loadend', function () {
        clearInterval(watching);
        form.querySelector('[data-stage]').textContent = '';
      });
    }
    request.upload.addEventListener('progress', function (event) {
      if (event.lengthComputable) {
        progress.value = event.loaded / event.total;
      }
    });
    request.addEventListener('load', function () {
      if (request.responseURL !== form.action) {
        // Sent on to another page, as after any form that did its work.
        window.location.assign(request.responseURL);
        return;
      }
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener('error', function () {
      wait(false);
      complain(form, form.dataset.interrupted);
    });
    progress.value = 0;
    wait(true);
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(new FormData(form));
  }

  // Of two identity fields, the one the chosen country needs.
  document.querySelectorAll('#company-country').forEach(function (select) {
    function choose() {
      document.querySelectorAll('[data-for-country]').forEach(function (field) {
        field.hidden = (field.dataset.forCountry === 'KZ') !== (select.value === 'KZ');
      });
    }
    select.addEventListener('change', choose);
    choose();
  });

  // Of all that levels ask for, what the wished one does.
  var parts = document.querySelectorAll('[data-requirement]');
  function showAsked() {
    var wished = document.querySelector('[data-requirements]:checked');
    var asked = wished ? wished.dataset.requirements.split(' ') : [];
    var some = false;
    parts.forEach(function (part) {
      part.hidden = asked.indexOf(part.dataset.requirement) < 0;
      some = some || !part.hidden;
    });
    document.querySelector('[data-evidence]').hidden = !some;
  }
  if (parts.length > 0) {
    document.querySelectorAll('[data-requirements]').forEach(function (level) {
      level.addEventListener('change', showAsked);
    });
    showAsked();
  }

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
