/** Calls back at once and at each change; returns how to stop. */
export function watchNetwork(onChange: (online: boolean) => void): () => void {
  const tell = () => onChange(navigator.onLine);
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  tell();
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
