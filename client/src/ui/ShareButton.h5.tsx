import { copyText } from '../platform/share';
import { Button } from './Button';
import { toast } from './Toast';

interface Props {
  readonly word: string;
  /** What is copied: an address of this site (`/v?k=…`) or a whole one. */
  readonly link: string;
}

/** Copies the address, to be pasted into a chat. */
export function ShareButton({ word, link }: Props) {
  const copy = async () => {
    const whole = new URL(link, window.location.href).href;
    if (await copyText(whole)) toast('链接已复制');
  };
  return <Button kind="plain" icon="share" word={word} onTap={() => void copy()} />;
}
