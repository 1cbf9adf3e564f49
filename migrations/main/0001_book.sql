CREATE TABLE `alone` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`wake_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `alone_due` ON `alone` (`wake_at`);--> statement-breakpoint
CREATE TABLE `book` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`until` integer NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `book_of` ON `book` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `book_until` ON `book` (`until`);--> statement-breakpoint
CREATE TABLE `chat_messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `chat_messages_of` ON `chat_messages` (`person_id`);--> statement-breakpoint
INSERT INTO `alone` (`person_id`, `wake_at`) SELECT `people`.`id`, `people`.`touched_at` + 15811200000 FROM `people` LEFT JOIN `members` ON `members`.`person_id` = `people`.`id` WHERE `people`.`has_consented` = 1 AND `members`.`person_id` IS NULL;
