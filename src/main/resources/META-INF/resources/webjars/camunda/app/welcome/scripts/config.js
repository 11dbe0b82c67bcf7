import shared from '../../shared/config.js';

export default await shared('welcome', 'Welcome');
