export default {
  app: {
    name: 'Welcome',
    vendor: 'Intelligent Platforms ·'
  },
  locales: {
    availableLocales: ['en', 'ru'],
    fallbackLocale: 'en'
  },
  customScripts: ['../shared/sign-in'],
  disableWelcomeMessage: true
};
