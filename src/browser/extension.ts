/** The one import of webextension-polyfill, so that every other file can be tested without it. */
export { default as browser } from 'webextension-polyfill';
