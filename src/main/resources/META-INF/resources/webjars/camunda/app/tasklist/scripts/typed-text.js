// The forms keep what is typed 300 ms after the last key, and forget it where another field is drawn anew meanwhile: the letters
// typed right after a number were lost. Told after each key that the field was left, they keep it at once.
// Numbers and days are left alone: they are put into shape when they are left for good.
const TEXT = '.fjs-form-field-textarea textarea, .fjs-form-field-textfield input';

document.addEventListener('input', event => {
  if (!event.isComposing && event.target.matches(TEXT)) {
    event.target.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
});
