import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useDevice } from '../../state/device';
import { Button } from '../../ui/Button';
import { Box, Tap } from '../../ui/base';
import { cx } from '../../ui/cx';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { say } from '../../words/kit';
import { scanWords as words } from '../../words/scan';
import type { Scanned } from '../scan.types';
import { decodePicture } from './decode';
import styles from './Scanner.module.scss';
import { useCamera } from './use-camera';

interface Props {
  readonly start: 'camera' | 'typing';
  readonly onDone: (scanned: Scanned) => void;
}

interface TypingProps {
  readonly onUse: (text: string) => void;
  readonly onCamera: () => void;
}

function Typing({ onUse, onCamera }: TypingProps) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const use = () => {
    setAsked(true);
    if (text.trim() !== '') onUse(text.trim());
  };
  return (
    <Box className={styles.typing}>
      <Field
        label={words.field}
        value={text}
        onChange={setText}
        max={300}
        focus
        hint={words.fieldHint}
        error={asked && text.trim() === '' ? words.empty : undefined}
      />
      <Button word={words.use} onTap={use} />
      <Button kind="text" word={words.camera} onTap={onCamera} />
    </Box>
  );
}

/** The browser's scanner: camera, a picture, or typing; full screen, closed by 取消 or Esc. */
export function Scanner({ start, onDone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const picture = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState(start === 'typing');
  const [missed, setMissed] = useState(false);
  const large = useDevice((device) => device.large);
  const use = (text: string) => onDone({ ok: true, text });
  const cancel = () => onDone({ ok: false, why: 'cancelled' });
  const camera = useCamera(video, !typing, use);

  useEffect(() => {
    const element = dialog.current;
    if (element?.showModal) element.showModal();
    else element?.setAttribute('open', '');
  }, []);

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    const text = file && (await decodePicture(file));
    if (text) use(text);
    else if (file) setMissed(true);
  };

  const trouble = missed ? words.noCode : camera === 'running' ? undefined : words[camera];
  return (
    <dialog
      ref={dialog}
      className={cx(styles.scanner, large && 'large')}
      aria-label={typing ? words.typingTitle : words.title}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <Box as="header" className={styles.bar}>
        <Tap className={styles.cancel} onTap={cancel}>
          {say.cancel}
        </Tap>
        <Box as="h1" className={styles.title}>
          {typing ? words.typingTitle : words.title}
        </Box>
      </Box>
      {typing ? (
        <Typing onUse={use} onCamera={() => setTyping(false)} />
      ) : (
        <>
          <Box className={styles.view}>
            <video ref={video} className={styles.video} muted playsInline />
            {camera === 'running' && <Box className={styles.frame} hidden />}
            {trouble && (
              <Box className={styles.trouble} role="status">
                <Icon name={camera === 'starting' && !missed ? 'scan' : 'alert'} tone="on-dark" size={32} />
                <Box>{trouble}</Box>
              </Box>
            )}
          </Box>
          <Box className={styles.ways}>
            <Button kind="ghost" word={words.fromPicture} onTap={() => picture.current?.click()} />
            <Button kind="ghost" word={words.byHand} onTap={() => setTyping(true)} />
          </Box>
          <input ref={picture} type="file" accept="image/*" hidden onChange={read} aria-label={words.fromPicture} />
        </>
      )}
    </dialog>
  );
}
