import { Event } from 'glass-easel';
import type { Phone } from './phone';

/** What a person does with a phone, and sees on it. Elements are found by what a screen reader would call them. */

const LONGEST_MS = 8_000;
const PAUSE_MS = 10;
/** As fast as a person taps again who saw nothing happen. */
const AGAIN_MS = 400;

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const nameOf = (element: Element): string => element.getAttribute('aria-label') || textOf(element);

function fire(element: Element, type: string, detail: unknown): void {
  const node = (element as unknown as { __wxElement?: never }).__wxElement;
  if (!node) throw new Error(`${nameOf(element)} is not drawn by the framework`);
  Event.dispatchEvent(node, new Event(type, detail, { bubbles: true, composed: true }));
}

/** Waits until `look` finds something, or fails with what the screen shows instead. */
export async function until<T>(phone: Phone, what: string, look: () => T | undefined | false): Promise<T> {
  const end = Date.now() + LONGEST_MS;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end)
      throw new Error(
        `waited in vain for ${what}; ${phone.routes().join(' › ')} shows: ${textOf(phone.screen())}\n${phone.faults.join('\n')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Several words may match where one is part of another: the shortest name is meant. */
function find(phone: Phone, selector: string, name: string): Element | undefined {
  const all = [...phone.screen().querySelectorAll(selector)].filter((one) => nameOf(one).includes(name));
  return all.sort((a, b) => nameOf(a).length - nameOf(b).length)[0];
}

const PRESSED = ['button', 'link', 'radio', 'tab', 'switch'].map((role) => `[aria-role="${role}"]`).join(',');

export const shows = (phone: Phone, text: string): boolean => textOf(phone.screen()).includes(text);

export const see = (phone: Phone, text: string): Promise<true> =>
  until(phone, text, () => shows(phone, text) || undefined);

export async function tap(phone: Phone, name: string): Promise<void> {
  fire(await until(phone, `button ${name}`, () => find(phone, PRESSED, name)), 'tap', { x: 1, y: 1 });
}

/** Taps until it has had its effect: for a button that does not count a tap right after it has appeared. */
export async function tapUntil(phone: Phone, name: string, effect: string): Promise<void> {
  let tappedAt = 0;
  await until(phone, effect, () => {
    if (shows(phone, effect)) return true;
    const button = find(phone, PRESSED, name);
    if (!button || Date.now() - tappedAt < AGAIN_MS) return false;
    tappedAt = Date.now();
    fire(button, 'tap', { x: 1, y: 1 });
    return false;
  });
}

const field = (phone: Phone, label: string): Promise<Element> =>
  until(phone, `field ${label}`, () => find(phone, 'input,textarea', label));

export async function type(phone: Phone, label: string, value: string): Promise<void> {
  fire(await field(phone, label), 'input', { value, cursor: value.length });
}

export const contentOf = async (phone: Phone, label: string): Promise<string> =>
  (await field(phone, label)).getAttribute('value') ?? '';

/** Where WeChat's own element holds a picture: its address. */
export const pictureOf = async (phone: Phone, name: string): Promise<string> =>
  (await until(phone, `picture ${name}`, () => find(phone, 'image', name))).getAttribute('src') ?? '';
