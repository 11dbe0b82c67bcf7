// Puts what was typed back into a form that came after its session's end. A person sends it again, never this script.
document.addEventListener('DOMContentLoaded', function () {
  'use strict';

  var notice = document.querySelector('[data-unsent]');
  var items = Array.from(notice.querySelectorAll('[data-field]'));
  var form = formSentTo(notice.dataset.unsent);
  if (!form || items.length === 0) {
    return;
  }
  var left = fill(form);
  var shown = left.filter(function (item) {
    return !item.hidden;
  });
  if (shown.length === 0) {
    notice.querySelector('details').remove();
  } else if (!askForRows(form, left)) {
    notice.querySelector('details').open = true;
  }

  function pathOf(address) {
    return new URL(address, window.location.href).pathname;
  }

  function buttonsOf(form) {
    return Array.from(form.elements).filter(function (element) {
      return element.type === 'submit';
    });
  }

  function valuesOf(name) {
    return items.filter(function (item) {
      return item.dataset.field === name;
    }).map(function (item) {
      return item.textContent;
    });
  }

  // The form that went there, by any of its buttons: of several, the one about the same thing. Where a small form stands beside a
  // large one, what was typed is the large one's.
  function formSentTo(action) {
    var form = Array.from(document.forms).find(function (form) {
      var addresses = [form.getAttribute('action')].concat(buttonsOf(form).map(function (button) {
        return button.getAttribute('formaction');
      }));
      return addresses.some(function (address) {
        return address && pathOf(address) === action;
      }) && Array.from(form.elements).every(function (field) {
        var values = field.type === 'hidden' && !isOwnKey(field) ? valuesOf(field.name) : [];
        return values.length === 0 || values.indexOf(field.value) >= 0;
      });
    });
    var around = form && form.closest('[data-keep]');
    return around ? document.getElementById(around.dataset.keep) : form;
  }

  // Which sending it is; the same one as before, so that it does its work once.
  function isOwnKey(field) {
    return field.name === 'submissionKey';
  }

  function isChoice(field) {
    return field.type === 'checkbox' || field.type === 'radio';
  }

  // Returns what finds no place.
  function fill(form) {
    var fields = Array.from(form.elements);
    fields.filter(isChoice).forEach(function (field) {
      field.checked = false;
    });
    var left = items.filter(function (item) {
      var at = fields.findIndex(function (field) {
        return field.name === item.dataset.field && (!isChoice(field) || field.value === item.textContent);
      });
      if (at < 0 || !set(fields[at], item.textContent)) {
        return true;
      }
      fields.splice(at, 1);
      item.remove();
      return false;
    });
    // What the page shows follows from what is chosen and typed.
    Array.from(form.elements).forEach(function (field) {
      ['input', 'change'].forEach(function (event) {
        field.dispatchEvent(new Event(event, { bubbles: true }));
      });
    });
    return left;
  }

  function set(field, text) {
    if (isChoice(field)) {
      field.checked = true;
    } else if (field.type !== 'hidden' && field.type !== 'submit' || isOwnKey(field)) {
      field.value = text;
      return field.value === text;
    }
    return true;
  }

  // The page's rows may be fewer than were typed. To show the form with all of them is what the switch of languages does, without
  // any effect; so it is asked for the language that the page has.
  function askForRows(form, left) {
    var language = buttonsOf(form).find(function (button) {
      return button.hasAttribute('formaction') && button.getAttribute('aria-current') === 'true';
    });
    if (!language || pathOf(language.getAttribute('formaction')) === window.location.pathname) {
      return false;
    }
    left.forEach(function (item) {
      add(item.dataset.field, item.textContent);
    });
    add('unsent', 'shown');
    form.requestSubmit(language);
    return true;

    function add(name, value) {
      var field = form.appendChild(document.createElement('input'));
      field.type = 'hidden';
      field.name = name;
      field.value = value;
    }
  }
});
