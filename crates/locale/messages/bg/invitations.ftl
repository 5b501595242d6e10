### Invitations by mail, and what those answer who were invited.

appointment-invite = Покана до гостите по имейл и съобщаване на промените
invited-subject-new = Покана: { $what }, { $when }
invited-subject-changed = Променено: { $what }, { $when }
invited-subject-cancelled = Отменено: { $what }, { $when }
invited-lead-new = { $workspace } Ви кани:
invited-lead-changed = Има промяна в срещата Ви с { $workspace }:
invited-lead-cancelled = Тази среща с { $workspace } е отменена:
invited-foot = Получавате това, защото { $workspace } Ви е поканил.
invited-accepted = Ще дойда
invited-tentative = Може би
invited-declined = Не мога да дойда
invited-said-accepted = Отговорихте, че ще дойдете.
invited-said-tentative = Отговорихте, че може би ще дойдете.
invited-said-declined = Отговорихте, че не можете да дойдете.
invited-note-new = Поканен { $address }: { $what }, { $when }
invited-note-changed = Съобщена промяна на { $address }: { $what }, { $when }
invited-note-cancelled = Съобщена отмяна на { $address }: { $what }, { $when }
invited-note-accepted = { $name } ще дойде: { $what }, { $when }
invited-note-tentative = { $name } може би ще дойде: { $what }, { $when }
invited-note-declined = { $name } не може да дойде: { $what }, { $when }
invited-task-declined = { $name } не може да дойде на { $what }
invited-answers-taken = { $count ->
    [0] Във файла няма нов отговор
    [one] Приет един отговор
   *[other] Приети { $count } отговора
}
