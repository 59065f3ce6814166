CREATE TABEL "Ticket" ();
