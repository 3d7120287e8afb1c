/** How much larger than usual this person has set the text; 1 where the device does not tell. */
export function fontScale(): number {
  // Browsers report the setting as the size of `medium`; our own sizes are px and do not follow it.
  const probe = document.createElement('span');
  probe.className = 'font-probe';
  document.body.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return Number.isFinite(size) ? size / 16 : 1;
}
