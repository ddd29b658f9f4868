;;; goalfile.el --- judge goals as they are typed -*- lexical-binding: t -*-

;;; Commentary:
;; (add-hook 'yaml-mode-hook #'goalfile-flymake-setup)
;; Flymake then shows what smartcheck says of the buffer, with the whole plan
;; as its context.

;;; Code:

(require 'flymake)

(defgroup goalfile nil "Goals in YAML." :group 'tools)

(defcustom goalfile-program "smartcheck"
  "The program that judges the buffer."
  :type 'string)

(defvar-local goalfile--process nil)

(defun goalfile--path (path)
  "Return PATH without the quotes and escapes that an odd name gets."
  (if (string-prefix-p "\"" path)
      (decode-coding-string (read path) 'utf-8)
    path))

(defun goalfile--diagnostics (source name)
  "Read what the program wrote into the current buffer about SOURCE.
What is about other files than NAME is shown there."
  (goto-char (point-min))
  (let (found)
    (while (re-search-forward
            "^\\(.*?\\):\\([0-9]+\\):\\([0-9]+\\): \\(error\\|warning\\|note\\): \\(.*\\)$"
            nil t)
      (let* ((path (goalfile--path (match-string 1)))
             (line (string-to-number (match-string 2)))
             (column (string-to-number (match-string 3)))
             (kind (match-string 4))
             (text (match-string 5))
             (place (with-current-buffer source
                      (save-excursion
                        (goto-char (point-min))
                        (forward-line (1- line))
                        ;; columns are bytes
                        (let* ((start (position-bytes (point)))
                               (here (byte-to-position
                                      (+ start (1- column)))))
                          (goto-char (or here (point)))
                          (cons (point)
                                (max (1+ (point))
                                     (progn (skip-syntax-forward "w_")
                                            (point)))))))))
        (when (equal path name)
          (push (flymake-make-diagnostic
                 source (car place) (cdr place)
                 (cdr (assoc kind '(("error" . :error) ("warning" . :warning)
                                    ("note" . :note))))
                 text)
                found))))
    (nreverse found)))

(defun goalfile-flymake (report-fn &rest _args)
  "Judge the buffer and hand what is found to REPORT-FN."
  (unless (executable-find goalfile-program)
    (error "Cannot find %s" goalfile-program))
  (when (process-live-p goalfile--process)
    (kill-process goalfile--process))
  (let ((source (current-buffer))
        (name (or (buffer-file-name) "-")))
    (save-restriction
      (widen)
      (setq goalfile--process
            (make-process
             :name "goalfile" :noquery t :connection-type 'pipe
             :coding 'utf-8-unix
             :buffer (generate-new-buffer " *goalfile*")
             :command (list goalfile-program "check" "-f" "gnu"
                            "--allow-empty" "--stdin-filename" name "-")
             :sentinel
             (lambda (proc _event)
               (when (memq (process-status proc) '(exit signal))
                 (unwind-protect
                     (when (and (buffer-live-p source)
                                (with-current-buffer source
                                  (eq proc goalfile--process)))
                       (with-current-buffer (process-buffer proc)
                         (funcall report-fn (goalfile--diagnostics source name))))
                   (kill-buffer (process-buffer proc)))))))
      (process-send-region goalfile--process (point-min) (point-max))
      (process-send-eof goalfile--process))))

;;;###autoload
(defun goalfile-flymake-setup ()
  "Let Flymake show what is said of the goals in this buffer."
  (add-hook 'flymake-diagnostic-functions #'goalfile-flymake nil t)
  (flymake-mode 1))

(provide 'goalfile)
;;; goalfile.el ends here
