/* What the four webapps have in common. Each app's scripts/config.js adds its name and, where it has some, its own settings. */

/* The webapps choose the language by the browser's first one; so does this. */
export const russian = /^ru\b/i.test((navigator.languages && navigator.languages[0]) || navigator.language || '');

const language = russian ? 'ru' : 'en';
const root = document.querySelector('base').getAttribute('app-root');

/*
 * The webapps take texts from the browser's storage first and ask the server meanwhile. An empty storage, on the first
 * visit, leaves bare keys in some places, and an old one shows the texts of before an update; so the storage is filled
 * here, before the app starts. If that fails, they manage as they always did.
 */
const storeTexts = async app => {
  const folder = `${root}/app/${app}/locales/`;
  try {
    const response = await fetch(`${folder}${language}.json?bust=${window.bust}`, { cache: 'no-cache' });
    if (response.ok) {
      const storage = JSON.parse(localStorage.getItem('camunda-web') || '{}');
      storage[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(await response.json());
      localStorage.setItem('camunda-web', JSON.stringify(storage));
    }
  } catch (e) {
    console.warn('texts not stored', e);
  }
};

/*
 * A webapp gives its own plugins seven seconds to arrive and otherwise shows its spinner for ever. The first visit after
 * a start of the server may take longer on a busy machine; so they are asked for here, where nobody counts the seconds.
 */
const fetchPlugins = () =>
  Promise.allSettled(
    (window.PLUGIN_PACKAGES || []).map(plugin => fetch(`${plugin.location}/${plugin.main}?bust=${window.bust}`))
  );

export default async (app, name) => {
  await Promise.all([storeTexts(app), fetchPlugins()]);
  return {
    app: {
      name: name,
      vendor: 'Intelligent Platforms ·'
    },
    locales: {
      availableLocales: ['en', 'ru'],
      // English for every other browser. Not for a Russian one: the webapps load the fallback too, and whichever file
      // comes last decides the language of dates.
      fallbackLocale: language
    },
    // relative to the app's folder; replaces the webapp's own login form
    customScripts: ['../shared/sign-in'],
    disableWelcomeMessage: true
  };
};
