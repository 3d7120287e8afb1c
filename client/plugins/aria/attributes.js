// Taro's weapp templates drop every aria-* attribute; these are the ones that our components set.
const named = { 'aria-label': '', 'aria-hidden': '', 'aria-role': '' };
const live = { 'aria-live': '' };
const state = { 'aria-checked': '', 'aria-selected': '', 'aria-expanded': '', 'aria-modal': '', 'aria-disabled': '' };

module.exports = {
  View: Object.assign({}, named, live, state),
  Text: Object.assign({}, named, live),
  Image: { 'aria-label': '', 'aria-hidden': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
  Picker: { 'aria-label': '' },
};
