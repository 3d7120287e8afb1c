/**
 * Somebody signed in or out in another tab: what stands on this page is another person's, and what is tapped here would be
 * done in the new one's name. The page is opened anew.
 */
export function watchSession(): void {
  window.addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key === null || (key === 'qr.session' && oldValue !== newValue)) window.location.reload();
  });
}
