// Stands in for what Taro would add to every H5 build and we do not use: see index.js.
const none = () => undefined;

export const addStyle = none;
export const loadAnimateStyle = none;
export const loadRouterStyle = none;
export const loadNavigationBarStyle = none;
export const initNavigationBar = none;
export const defineCustomElementTaroPullToRefreshCore = none;
export const defineCustomElementTaroTabbar = none;
export const defineCustomElementTaroSwiperCore = none;
export const defineCustomElementTaroSwiperItemCore = none;
