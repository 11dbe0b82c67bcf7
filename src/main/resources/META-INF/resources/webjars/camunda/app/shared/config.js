/* What the four webapps have in common. Each app's scripts/config.js adds its name and, where it has some, its own settings. */

/* The webapps choose the language by the browser's first one; so does this. */
export const russian = /^ru\b/i.test((navigator.languages && navigator.languages[0]) || navigator.language || '');

export default name => ({
  app: {
    name: name,
    vendor: 'Intelligent Platforms ·'
  },
  locales: {
    availableLocales: ['en', 'ru'],
    // English for every other browser. Not for a Russian one: the webapps load the fallback too, and whichever file comes
    // last decides the language of dates.
    fallbackLocale: russian ? 'ru' : 'en'
  },
  // relative to the app's folder; replaces the webapp's own login form
  customScripts: ['../shared/sign-in'],
  disableWelcomeMessage: true
});
