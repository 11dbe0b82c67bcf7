package kz.intelligentplatforms.partners.notification;

import org.springframework.data.repository.CrudRepository;

interface NotificationRecords extends CrudRepository<Notification, String> {}
