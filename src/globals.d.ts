/** The browser this build is for; replaced at build time, so that the other's code is left out. */
declare const __BROWSER__: 'chrome' | 'firefox';
