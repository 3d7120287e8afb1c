/** Brings the element with this id into view and sets the cursor there. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  const target = element?.matches('input,textarea,select,button')
    ? element
    : element?.querySelector<HTMLElement>('input,textarea,select,[role="radio"],button');
  target?.focus({ preventScroll: true });
}

/** To the beginning of the page: where the next form stands in place of the last one. */
export function toTop(): void {
  // Not handed on: newer browsers answer with a promise, and an effect would take it for its clean-up.
  window.scrollTo(0, 0);
}
