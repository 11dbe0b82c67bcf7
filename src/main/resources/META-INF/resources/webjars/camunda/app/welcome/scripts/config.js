import shared from '../../shared/config.js';

export default shared('Welcome');
