const joined = (rules: readonly string[]): string => rules.join('; ');

/** For what no browser has to show: data, and files that a page asks for. */
const NOTHING = joined(["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]);

/** For the page: its own files, pictures and camera, its own calls; nothing inline, nothing from elsewhere. */
export const PAGE_POLICY = joined([
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Webpack makes the addresses of its own files trusted; nobody else makes anything trusted.
  'trusted-types webpack',
]);

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': NOTHING,
  'x-content-type-options': 'nosniff',
  // Codes and invitations stand in addresses: no other site may learn them.
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  // Browsers of phones that are too old for frame-ancestors.
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** @param secure reached by https only: browsers are told to keep to it */
export const securityHeaders = (secure: boolean): Readonly<Record<string, string>> =>
  secure ? { ...HEADERS, 'strict-transport-security': 'max-age=31536000' } : HEADERS;
