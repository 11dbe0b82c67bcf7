import shared, { russian } from '../../shared/config.js';
import './task-form.js';

const inRussianOrEnglish = (ru, en) => (russian ? ru : en);

export default {
  ...(await shared('tasklist', 'Tasklist')),
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: inRussianOrEnglish('взять открытую задачу в работу', 'claims the currently selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: inRussianOrEnglish('перейти к первому фильтру', 'set the focus to the first filter in the list')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: inRussianOrEnglish('перейти к первой задаче списка', 'sets the focus to the first task in the list')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: inRussianOrEnglish(
        'перейти к первому полю формы',
        'sets the focus to the first input field in a task form'
      )
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: inRussianOrEnglish('открыть окно запуска процесса', 'opens the start process modal dialog')
    }
  }
};
