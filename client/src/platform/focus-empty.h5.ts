/** Puts the cursor into the first empty field of the open sheet, or of the page where none is open. */
export function focusEmpty(): void {
  const within: ParentNode = document.querySelector('dialog[open]') ?? document;
  const fields = [
    ...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select'),
  ];
  fields.find((field) => field.value === '')?.focus();
}
