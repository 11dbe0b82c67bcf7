/*
 * What a form of ours does in Tasklist. The server draws it and judges what is sent; here is only what needs a browser: a form is
 * answered by whoever holds the task, fields are asked where they belong, what was typed is kept until it is sent, and a refusal
 * shows beside its field.
 */
const DRAFT = 'task-draft:';
const KEPT_FOR = 30 * 24 * 3600 * 1000;

const forgetOldDrafts = () => {
  Object.keys(localStorage)
    .filter(key => key.startsWith(DRAFT) && !(JSON.parse(localStorage.getItem(key)).at > Date.now() - KEPT_FOR))
    .forEach(key => localStorage.removeItem(key));
};

window.taskForm = camForm => {
  const root = camForm.formElement[0].querySelector('.task-form');
  const fieldset = root.querySelector('[data-fields]');
  const refusal = root.querySelector('[data-refusal]');
  const notice = root.querySelector('[data-draft-notice]');
  const fields = Array.from(fieldset.querySelectorAll('[data-field]'));
  const controls = field => Array.from(field.querySelectorAll('input, textarea'));
  const draft = DRAFT + root.dataset.user + ':' + (camForm.taskId || camForm.processDefinitionId);

  // Answers: text as it was typed, which the server reads as people write it.
  const valueOf = field => {
    const all = controls(field);
    switch (field.dataset.type) {
      case 'choice': return (all.find(control => control.checked) || {}).value || null;
      case 'ticks': return all.filter(control => control.checked).map(control => control.value);
      default: return all[0].value.trim() === '' ? null : all[0].value;
    }
  };
  const fill = (field, value) => controls(field).forEach(control => {
    switch (field.dataset.type) {
      case 'choice': control.checked = control.value === value; break;
      case 'ticks': control.checked = (value || []).includes(control.value); break;
      default: control.value = value || '';
    }
  });
  const fieldOf = name => fields.find(field => field.dataset.field === name);

  // Fields that belong to another one's answer.
  const isMet = condition => {
    const [name, values] = condition.split('=');
    const field = fieldOf(name);
    return field && !field.hidden && values.split('|').includes(valueOf(field));
  };
  const arrange = () => fields.filter(field => field.dataset.shownIf).forEach(field => {
    field.hidden = !isMet(field.dataset.shownIf);
  });

  const show = (place, text) => {
    place.textContent = text;
    place.hidden = !text;
  };
  const mark = (field, text) => {
    show(field.querySelector('[data-error]'), text);
    controls(field).forEach(control =>
      text ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid'));
  };
  const refuse = error => {
    const flaws = (error.response && error.response.body && error.response.body.fields) || {};
    fields.forEach(field => mark(field, flaws[field.dataset.field] || ''));
    const first = fields.find(field => flaws[field.dataset.field]);
    show(refusal, first ? '' : error.message);
    const place = first ? first.querySelector('.task-choices, textarea, input') : refusal;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
  };

  // What was typed outlives the page, on this computer and for this user, until it is sent.
  const keep = () => {
    const values = {};
    fields.forEach(field => { values[field.dataset.field] = valueOf(field); });
    localStorage.setItem(draft, JSON.stringify({ at: Date.now(), values }));
  };
  const forget = () => {
    localStorage.removeItem(draft);
    notice.hidden = true;
  };
  const untouched = fields.map(valueOf);
  forgetOldDrafts();
  const kept = JSON.parse(localStorage.getItem(draft) || 'null');
  if (kept) {
    fields.forEach(field => field.dataset.field in kept.values && fill(field, kept.values[field.dataset.field]));
    notice.hidden = false;
  }
  notice.querySelector('[data-draft-forget]').addEventListener('click', () => {
    fields.forEach((field, at) => fill(field, untouched[at]));
    forget();
    arrange();
  });
  fieldset.addEventListener('input', event => {
    mark(event.target.closest('[data-field]'), '');
    arrange();
    keep();
  });
  arrange();

  // Tasklist marks the form of a task that one does not hold by a class alone; its fields would take what is typed.
  const follow = () => { fieldset.disabled = !!root.closest('.disabled-form'); };
  const watch = new MutationObserver(follow);
  for (let element = root; element && element !== document.body; element = element.parentElement) {
    watch.observe(element, { attributes: true, attributeFilter: ['class'] });
  }
  setTimeout(follow);
  follow();

  camForm.on('submit', () => {
    const variables = camForm.variableManager.variables;
    fields.forEach(field => {
      const name = field.dataset.field;
      const ticks = field.dataset.type === 'ticks';
      const value = field.hidden ? (ticks ? [] : null) : valueOf(field);
      variables[name] = { name, type: ticks ? 'Json' : 'String', value };
    });
    show(refusal, '');
    fields.forEach(field => mark(field, ''));
  });
  camForm.on('submit-failed', (self, [error]) => refuse(error));
  camForm.on('submit-success', forget);
};
