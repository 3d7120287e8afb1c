import { type RefObject, useEffect, useRef, useState } from 'react';
import { decode } from './decode';

/** `none`: no camera, or a page without https, where a browser has none to give. */
export type Camera = 'starting' | 'running' | 'denied' | 'none';

const whyNot = (error: unknown): Camera => {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'none';
};

/** Time between two looks: often enough to feel immediate, seldom enough for an old phone. */
const PAUSE = 120;

/** Shows the rear camera in `video` and calls back with the first code seen. */
export function useCamera(video: RefObject<HTMLVideoElement>, on: boolean, onCode: (text: string) => void): Camera {
  const [camera, setCamera] = useState<Camera>('starting');
  const found = useRef(onCode);
  found.current = onCode;

  useEffect(() => {
    if (!on) return;
    let over = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const look = () => {
      const view = video.current;
      if (over || !view) return;
      const text = decode(view, view.videoWidth, view.videoHeight, 720, false);
      if (text === undefined) timer = setTimeout(look, PAUSE);
      else found.current(text);
    };

    const begin = async () => {
      if (!navigator.mediaDevices?.getUserMedia) return setCamera('none');
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      } catch (error) {
        return setCamera(whyNot(error));
      }
      const view = video.current;
      if (over || !view) {
        stopAll(stream);
        return;
      }
      view.srcObject = stream;
      await view.play().catch(() => undefined);
      setCamera('running');
      look();
    };

    void begin();
    return () => {
      over = true;
      clearTimeout(timer);
      if (stream) stopAll(stream);
    };
  }, [on, video]);

  return camera;
}

const stopAll = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};
