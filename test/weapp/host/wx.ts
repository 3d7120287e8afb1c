/** The part of `wx` that the app uses. What is missing here fails as it would on a phone: it is not a function. */

interface Options {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}

/** What scanning, the network and the cloud answer on this phone. */
export interface Surroundings {
  /** Runs a cloud function. */
  readonly callFunction: (name: string, data: unknown) => Promise<unknown>;
  /** What the camera reads when WeChat's scanner opens; undefined: the person closes it. */
  readonly scan: () => string | undefined;
}

export interface Ways {
  readonly navigateTo: (url: string) => void;
  readonly redirectTo: (url: string) => void;
  readonly reLaunch: (url: string) => void;
  readonly navigateBack: () => void;
}

export interface Launch {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** WeChat's number for where the app was opened from: 1001 list, 1047 a scanned code. */
  readonly scene: number;
}

/** As wx answers: through callbacks where there are any, otherwise with a promise; never before the call has returned. */
function answer(options: Options | undefined, work: () => unknown): Promise<unknown> | undefined {
  const done = Promise.resolve()
    .then(work)
    .then((result) => ({ errMsg: 'ok', ...(result as object | undefined) }));
  if (!options?.success && !options?.fail && !options?.complete) return done;
  done.then(
    (result) => {
      options.success?.(result);
      options.complete?.(result);
    },
    (error) => {
      options.fail?.(error);
      options.complete?.(error);
    },
  );
  return undefined;
}

const WINDOW = { windowWidth: 375, windowHeight: 720, screenWidth: 375, screenHeight: 812, pixelRatio: 3 };
const APP = { SDKVersion: '3.8.12', version: '8.0.50', language: 'zh_CN', fontSizeSetting: 16 };
const DEVICE = { platform: 'ios', brand: 'invented', model: 'phone', system: 'iOS 17.0' };

export function createWx(
  ways: Ways,
  { callFunction, scan }: Surroundings,
  launch: Launch,
  titled: (title: string) => void,
) {
  const kept = new Map<string, unknown>();
  const say = (options?: Options) => answer(options, () => undefined);
  const listen = () => undefined;
  let cloudIsReady = false;

  const way =
    <O extends Options>(work: (options: O) => void) =>
    (options: O) =>
      answer(options, () => work(options));

  return {
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    getSystemInfoSync: () => ({ ...WINDOW, ...APP, ...DEVICE, statusBarHeight: 47 }),
    getWindowInfo: () => ({ ...WINDOW, statusBarHeight: 47 }),
    getAppBaseInfo: () => APP,
    getDeviceInfo: () => DEVICE,
    getMenuButtonBoundingClientRect: () => ({ top: 51, height: 32, width: 87, left: 281, right: 368, bottom: 83 }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),

    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),

    getNetworkType: (options?: Options) => answer(options, () => ({ networkType: 'wifi' })),
    onNetworkStatusChange: listen,
    offNetworkStatusChange: listen,
    onAppShow: listen,
    offAppShow: listen,
    onAppHide: listen,
    offAppHide: listen,
    onError: listen,
    onUnhandledRejection: listen,
    onPageNotFound: listen,
    onThemeChange: listen,
    onWindowResize: listen,

    setNavigationBarTitle: (options: Options & { readonly title: string }) =>
      answer(options, () => titled(options.title)),
    pageScrollTo: say,
    setKeepScreenOn: say,
    getScreenBrightness: (options?: Options) => answer(options, () => ({ value: 0.5 })),
    setScreenBrightness: say,
    vibrateShort: say,
    hideKeyboard: say,

    navigateTo: way((options: Options & { readonly url: string }) => ways.navigateTo(options.url)),
    redirectTo: way((options: Options & { readonly url: string }) => ways.redirectTo(options.url)),
    reLaunch: way((options: Options & { readonly url: string }) => ways.reLaunch(options.url)),
    navigateBack: way(() => ways.navigateBack()),

    scanCode: (options?: Options) =>
      answer(options, () => {
        const result = scan();
        if (result === undefined) throw { errMsg: 'scanCode:fail cancel' };
        return { result, scanType: 'QR_CODE', path: '' };
      }),

    cloud: {
      init: () => {
        cloudIsReady = true;
      },
      callFunction: ({ name, data, ...options }: Options & { readonly name: string; readonly data: unknown }) =>
        answer(options, async () => {
          if (!cloudIsReady)
            throw { errMsg: 'cloud.callFunction:fail Cloud API isn’t enabled, call wx.cloud.init first' };
          return { result: await callFunction(name, data), requestID: 'invented' };
        }),
    },
  };
}
