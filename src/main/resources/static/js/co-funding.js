// Adds up what is typed into a request or a claim for co-funding. The server says the same when the form is sent.
(function () {
  'use strict';

  var language = document.documentElement.lang;

  // In tiyn; zero while it is no sum.
  function sum(text) {
    var typed = /^([0-9]{1,15})(?:[.,]([0-9]{1,2}))?$/.exec(text.replace(/[\s\u00A0\u202F]/g, ''));
    return typed ? BigInt(typed[1] + ((typed[2] || '') + '00').slice(0, 2)) : 0n;
  }

  function total(names) {
    return Array.from(document.querySelectorAll(names)).reduce(function (all, field) {
      return all + sum(field.value);
    }, 0n);
  }

  // Of a line that was cut, no more than was approved.
  function counted(names) {
    return Array.from(document.querySelectorAll(names)).reduce(function (all, field) {
      var most = field.closest('fieldset').dataset.most;
      return all + (most ? least(sum(field.value), sum(most)) : sum(field.value));
    }, 0n);
  }

  function money(tiyn) {
    var digits = tiyn % 100n === 0n ? 0 : 2;
    return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: 2 }).format(Number(tiyn) / 100) + '\u00A0₸';
  }

  function least(one, other) {
    return one < other ? one : other;
  }

  // Calls it now, and again a moment after somebody typed: who hears the page is told once.
  function follow(tell) {
    var waiting;
    document.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(tell, 400);
    });
    tell();
  }

  function show(part, name, text) {
    var place = part.querySelector('[data-sum="' + name + '"]');
    if (place.textContent !== text) {
      place.textContent = text;
    }
  }

  var activities = document.querySelector('[data-activities]');
  var request = document.querySelector('[data-request-sums]');
  if (activities && request) {
    activities.addEventListener('change', function () {
      document.querySelectorAll('[data-activity]').forEach(function (rule) {
        rule.hidden = rule.dataset.activity !== activities.value;
      });
    });
    follow(function () {
      var costs = total('[name^="costs["][name$=".cost"]');
      var asked = sum(document.getElementById('asked').value);
      var terms = activities.selectedOptions[0].dataset;
      show(request, 'total', money(costs));
      show(request, 'most', terms.share
        ? money(least(costs * BigInt(Math.round(Number(terms.share) * 10000)) / 10000n, sum(terms.most))) : '–');
      show(request, 'share', costs > 0n && asked > 0n
        ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(Number(asked) / Number(costs)) : '–');
    });
  }

  var claim = document.querySelector('[data-claim-sums]');
  if (claim) {
    follow(function () {
      var spent = total('[name^="costs["][name$=".spent"]');
      var share = sum(claim.dataset.asked) * counted('[name^="costs["][name$=".spent"]') / sum(claim.dataset.total);
      show(claim, 'total', money(spent));
      show(claim, 'share', money(share));
      show(claim, 'most', money(least(share, sum(claim.dataset.reserved))));
    });
  }
})();
