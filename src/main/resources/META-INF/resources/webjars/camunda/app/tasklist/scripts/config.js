export default {
  app: {
    name: 'Tasklist',
    vendor: 'Intelligent Platforms ·'
  },
  locales: {
    availableLocales: ['en', 'ru'],
    fallbackLocale: 'en'
  },
  customScripts: ['../shared/sign-in'],
  disableWelcomeMessage: true
};
