/** A short buzz when something joined; a phone that cannot is no failure. */
export const buzz = (): void => {
  if ('vibrate' in navigator) navigator.vibrate(30);
};
