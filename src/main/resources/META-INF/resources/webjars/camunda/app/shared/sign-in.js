/*
 * People sign in once, on the program's own page, for the portal and the webapps alike. When a webapp would show its
 * own login form (after logging out, or when the session has expired), this plugin takes its place.
 */
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
let loggedOut = false;

document.addEventListener(
  'click',
  event => {
    loggedOut = loggedOut || event.target.closest('.account .logout') !== null;
  },
  true
);

export default ['tasklist', 'cockpit', 'admin', 'welcome'].map(app => ({
  id: `${app}-sign-in`,
  pluginPoint: `${app}.login`,
  priority: 100,
  render: () => {
    document.body.hidden = true;
    window.location.replace(`${root}/login${loggedOut ? '?logout' : ''}`);
  }
}));
