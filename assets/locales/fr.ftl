# Toutes les phrases du programme, en français, avec les termes de l’interface française d’Alma.
# Les numéros de colonne et de ligne comptent à partir de 1, comme dans les éditeurs de texte.

# Les mots du métier
mode-loan = Prêt
mode-return = Retour
field-borrower = Emprunteur
field-item = Code-barres de l’exemplaire
field-borrower-hint = Scannez la carte
field-item-hint = Scannez l’exemplaire
choose-transaction = Choisir la transaction
kind-loan = Prêt
kind-return = Retour

# Boutons
command-loan = Prêt
command-return = Retour
command-end-borrower = Emprunteur suivant
command-save = Enregistrer
command-exit = Quitter
command-zoom-in = Plus grand
command-zoom-out = Plus petit
command-zoom-reset = Taille habituelle
button-exit-anyway = Quitter quand même
button-stay = Revenir au bureau de prêt
button-try-again = Réessayer
button-clock-right = L’heure est juste
button-close-message = Fermer

# Le bandeau
band-ready-loan = Prêt à prêter
band-ready-return = Prêt pour les retours
band-next-borrower = Scannez la carte de l’emprunteur.
band-next-item = Scannez l’exemplaire.
band-next-item-or-borrower = Scannez l’exemplaire suivant, ou { $key } pour changer d’emprunteur.
band-borrower = Emprunteur { $borrower }
band-borrower-ended = Emprunteur terminé
band-borrower-ended-items = { $items ->
    [0] Rien n’a été prêté à { $borrower }.
    [one] Un exemplaire prêté à { $borrower }.
   *[other] { $items } exemplaires prêtés à { $borrower }.
}
band-loan-pending = Prêt de { $item } …
band-loan-saved = Prêté : { $item }
band-return-pending = Retour de { $item } …
band-return-saved = Rendu : { $item }
band-to-borrower = à l’emprunteur { $borrower }
band-set-aside = Mis de côté : { $item }
band-set-aside-what = Sur cet ordinateur, pas encore dans OffCirc.dat. Continuez : il y sera transféré tout seul.
band-not-saved = Non enregistré : { $item }
band-not-saved-what = Il n’existe qu’à l’écran. Notez-le et laissez cette fenêtre ouverte.
band-refused = Refusé : { $text }
band-borrower-first = Rien n’est prêté : pas d’emprunteur
band-borrower-first-what = Scannez la carte de l’emprunteur, puis l’exemplaire de nouveau.
band-no-such-time = La date de l’ordinateur est impossible
band-no-such-time-what = Réglez l’horloge de l’ordinateur, puis scannez de nouveau.
items-lent = { $items ->
    [one] { $items } exemplaire prêté
   *[other] { $items } exemplaires prêtés
}

# Pourquoi un code-barres est refusé
barcode-empty = Le code-barres est vide.
barcode-too-long = Il a { $length } caractères ; le fichier en accepte 80. Scannez de nouveau.
barcode-control-character = Le caractère { $column } n’est ni lettre, ni chiffre, ni signe. Scannez de nouveau.
barcode-foreign-character = Le caractère { $column }, « { $character } », est impossible dans un code-barres. Scannez de nouveau.
barcode-outer-space = Le caractère { $column } est une espace au début ou à la fin. Scannez de nouveau.
barcode-double-space = Deux espaces se suivent à partir du caractère { $column }. Scannez de nouveau.

# La liste
list-empty = Rien n’a été scanné. Ce que vous scannez apparaît ici, le plus récent en haut.
list-time = Heure
list-kind = Type
list-item = Exemplaire
list-borrower = Emprunteur
list-state = État
state-pending = En cours …
state-saved = Enregistré
state-set-aside = De côté
state-not-saved = Non enregistré
state-earlier = Antérieur
row = { $time }, { $kind }, exemplaire { $item }, { $borrower ->
    [none] sans emprunteur
   *[other] emprunteur { $borrower }
}, { $state }
row-typed-item = exemplaire saisi à la main
row-typed-borrower = emprunteur saisi à la main
row-typed-both = les deux saisis à la main

# La ligne du bas
status-in-file = { $count } dans { $file }
status-all-saved = Tout est enregistré
status-pending = { $count } en cours
status-set-aside = { $count } de côté
status-not-saved = { $count } non enregistrées
status-opening = Ouverture du dossier …

# Enregistrer
save-waiting = Attente de la fin des écritures …
save-all = { $count ->
    [0] Rien n’a été scanné pendant cette session : il n’y a rien à enregistrer.
    [one] L’unique transaction de cette session est dans { $file }.
   *[other] Les { $count } transactions de cette session sont dans { $file }.
}
save-missing = { $found } des { $count } transactions de cette session sont dans { $file }.
save-missing-what = { $missing ->
    [one] Une manque : voyez son état dans la liste. Quelqu’un a peut-être déplacé ou modifié le fichier.
   *[other] { $missing } manquent : voyez leur état dans la liste. Quelqu’un a peut-être déplacé ou modifié le fichier.
}
save-failed = Impossible de relire { $file }.

# Messages au-dessus des champs
folder-failed = Le dossier des données est inutilisable
folder-failed-what = Continuez à scanner : tout est gardé sur cet ordinateur et sera transféré tout seul.
trouble-no-space = Le disque est plein ({ $path }). Supprimez ou déplacez des fichiers.
trouble-not-allowed = Ce compte ne peut pas y écrire ({ $path }). Demandez le droit d’écriture à l’informatique, ou utilisez un autre dossier.
trouble-may-not-read = Ce compte ne peut pas le lire ({ $path }). Demandez le droit de lecture à l’informatique.
trouble-gone = Il n’est pas là ({ $path }). Branchez la clé USB, ou connectez le lecteur ou le partage.
trouble-busy = Un autre programme l’utilise ({ $path }). Fermez ce programme.
trouble-no-answer = Aucune réponse ({ $path }). La connexion est lente ou interrompue.
trouble-spool = Le dossier propre à cet ordinateur échoue aussi : { $trouble }
trouble-other = { $detail } ({ $path })
recovered = Une transaction a été coupée
recovered-what = L’ordinateur ou le programme s’est arrêté pendant l’écriture. Scannez-la de nouveau : { $text }
a-loan = prêt de { $item } à { $borrower }, { $time }
a-return = retour de { $item }, { $time }
recovered-empty-what = L’ordinateur s’est arrêté pendant l’écriture. Si le dernier exemplaire scanné n’est pas dans la liste, scannez-le de nouveau.
recovered-kept = Les octets sont gardés dans { $path }.
moved-over = { $count ->
    [one] Une transaction mise de côté est maintenant dans OffCirc.dat.
   *[other] { $count } transactions mises de côté sont maintenant dans OffCirc.dat.
}
elsewhere = Des transactions attendent un autre dossier
elsewhere-what = { $count ->
    [one] Une attend { $folder }.
   *[other] { $count } attendent { $folder }.
} Elles y seront transférées quand OffCirc sera lancé avec ce dossier. D’ici là, elles sont dans { $file }.
file-changed-by-others = Quelqu’un a modifié OffCirc.dat
file-changed-by-others-what = Un autre programme l’a déplacé, supprimé ou modifié. Ce qui est scanné maintenant va dans le fichier présent, dont la liste montre le contenu. « Enregistrer » montre ce qui s’y trouve de cette session.
lines-added = Un autre programme a ajouté des lignes à OffCirc.dat
lines-added-what = Elles restent en place et seront chargées avec le fichier. Vérifiez le fichier avant de le charger.
put-aside = Des données ont été mises à part
put-aside-what = Une partie de { $file } ne vient pas d’OffCirc, ou son sort ne peut plus être établi. Elle est conservée dans { $kept } : examinez-la avant le chargement.
perhaps-twice = { $count ->
    [one] Une transaction pourrait être chargée deux fois
   *[other] { $count } transactions pourraient être chargées deux fois
}
perhaps-twice-what = Le dossier est tombé en panne pendant leur écriture et le fichier a été déplacé depuis. Elles sont maintenant dans OffCirc.dat. Vérifiez si elles se trouvent aussi dans le fichier déplacé.
spool-failed = Les transactions mises de côté sont illisibles
spool-failed-what = Des transactions d’une session précédente y attendent peut-être. Tant qu’elles sont illisibles, le fichier ne peut pas être clos. { $trouble }
unreadable = { $count ->
    [one] Une ligne d’OffCirc.dat est illisible
   *[other] { $count } lignes d’OffCirc.dat sont illisibles
}
unreadable-what = Rien n’est perdu : elles restent telles quelles et le travail continue. Montrez-les à la personne qui chargera le fichier.
unreadable-line = Ligne { $line }, colonne { $column } : { $reason }
unreadable-more = … et { $count } autres.
unreadable-file = Impossible d’afficher ce qu’OffCirc.dat contenait déjà
unreadable-file-what = Les nouvelles transactions sont enregistrées malgré tout.
reason-ends-early = la ligne s’arrête trop tôt
reason-too-long = la ligne est trop longue ({ $length } octets)
reason-not-a-digit = un chiffre de la date ou de l’heure était attendu
reason-no-such-time = cette date et cette heure n’existent pas
reason-unknown-kind = L (prêt) ou R (retour) était attendu
reason-item = l’exemplaire n’est pas un code-barres
reason-no-borrower = le prêt n’a pas d’emprunteur
reason-borrower = l’emprunteur n’est pas un code-barres
reason-text-after-item = un retour n’a rien après son exemplaire
reason-torn-end = le fichier a été coupé par un arrêt brutal : des octets nuls vont d’ici à sa fin

# L’horloge
clock-before-build = L’horloge de l’ordinateur est fausse
clock-before-build-what = Elle indique { $now }, mais ce programme date du { $built }.
clock-jumped = L’horloge de l’ordinateur a sauté
clock-jumped-forward-what = Elle a avancé de { $minutes } minutes. Si l’ordinateur était en veille, tout va bien.
clock-jumped-back-what = Elle a reculé de { $minutes } minutes.
clock-behind = L’horloge de l’ordinateur est peut-être fausse
clock-behind-what = Elle indique { $now }, mais la dernière transaction du fichier est du { $last }.
clock-how-windows = Alma en déduit les dates de retour. Pour la régler : clic droit sur l’horloge de la barre des tâches, « Ajuster la date et l’heure ».
clock-how-macos = Alma en déduit les dates de retour. Pour la régler : Réglages Système, Général, Date et heure.
clock-how-other = Alma en déduit les dates de retour. Réglez-la dans les paramètres de date et heure du système.

# Fermeture
close-title = Tout n’est pas dans OffCirc.dat
close-pending = { $count ->
    [one] Une transaction est en cours d’écriture. Elle serait perdue :
   *[other] { $count } transactions sont en cours d’écriture. Elles seraient perdues :
}
close-not-saved = { $count ->
    [one] Une transaction n’existe qu’à l’écran. Elle serait perdue :
   *[other] { $count } transactions n’existent qu’à l’écran. Elles seraient perdues :
}
close-set-aside = { $count ->
    [one] Une transaction est mise de côté sur cet ordinateur. Elle est en sûreté et ira dans OffCirc.dat au prochain démarrage d’OffCirc.
   *[other] { $count } transactions sont mises de côté sur cet ordinateur. Elles sont en sûreté et iront dans OffCirc.dat au prochain démarrage d’OffCirc.
}
close-more = … et { $count } autres.

# Une autre fenêtre
in-use = OffCirc est déjà ouvert
in-use-what = Le dossier { $folder } est ouvert dans une autre fenêtre depuis { $since } (utilisateur { $user }, ordinateur { $computer }). Travaillez-y, ou fermez-la et réessayez.
in-use-unknown = inconnu
no-folder = Aucun dossier pour OffCirc.dat
no-folder-what = Ce compte n’a pas de dossier à lui pour les données. Lancez OffCirc avec --data-dir et un dossier.

# Sans fenêtre
no-renderer = OffCirc ne peut pas ouvrir sa fenêtre : rien sur cet ordinateur ne peut la dessiner.
    Mettez à jour le pilote de la carte graphique, ou demandez-le à l’informatique. D’ici là, offcirc-cli enregistre sans fenêtre.
    { $causes }
crashed = OffCirc a échoué et doit être relancé. Tout ce qui était affiché comme enregistré l’est. Le rapport est dans { $path }.
crashed-unwritten = OffCirc a échoué et doit être relancé. Tout ce qui était affiché comme enregistré l’est. Aucun rapport n’a pu être écrit : { $why }

# offcirc-cli
cli-kind = la ligne ne commence ni par L ni par R
cli-fields-loan = un prêt a trois champs : L, emprunteur, exemplaire
cli-fields-return = un retour a deux champs : R, exemplaire
cli-not-text = la ligne n’est pas du texte en UTF-8
cli-borrower = emprunteur : { $reason }
cli-item = exemplaire : { $reason }

# Reprendre
command-take-back = Annuler le dernier
button-take-back = Annuler la transaction
button-take-back-chosen = Annuler …
button-keep = Garder
button-choose-none = Ne rien choisir
list-chosen = { $count ->
    [one] { $count } transaction choisie
   *[other] { $count } transactions choisies
}
state-taken-back = Annulé
state-closed = À charger
band-taken-back = { $count ->
    [one] Annulé : { $item }
   *[other] { $count } transactions annulées
}
band-nothing-to-take-back = Rien à annuler dans cette session
band-not-read-yet = Pour annuler, il faut attendre que OffCirc.dat soit lu
take-back-title = { $count ->
    [one] Annuler cette transaction ?
   *[other] Annuler ces { $count } transactions ?
}
take-back-what = Elle quitte OffCirc.dat et Alma n’en saura rien. taken-back.csv en garde la trace.
take-back-reason = Motif
take-back-reason-hint = Mauvais livre, mauvaise carte …
not-taken-back = Rien n’a été annulé

# Après la panne : les pages
command-upload = Chargement
command-report = Rapport
command-combine = Réunir
command-history = Historique
command-back = Revenir au bureau
button-after-outage = Après la panne
page-upload = Charger dans Alma
page-report = Lire le rapport d’Alma
page-combine = Réunir plusieurs bureaux
page-history = Tous les lots
page-again = Refaire des transactions
work-reading = Lecture des fichiers …
work-stop = Arrêter
path-copy = Copier le chemin
path-copied = Chemin copié
path-open-folder = Ouvrir le dossier
path-open-failed = Impossible d’ouvrir le dossier ({ $why }). Copiez plutôt le chemin.

# Les lots
batch-current = Encore ouvert
batch-to-upload = À charger
batch-uploaded = Dans Alma
batch-same = Déjà dans Alma
batch-same-what = Alma a déjà { $name } : { $same } contient exactement la même chose. Ne le chargez pas ; rangez-le avec les lots déjà dans Alma.
batch-copy = Copie d’un autre lot
batch-copy-what = { $name } et { $same } contiennent exactement la même chose. Ne chargez que { $same } : ce qui est chargé deux fois, Alma l’exécute deux fois.
batch-unread = On ne sait ni ce qu’il contient, ni si Alma en a encore besoin. { $why }
batch-has = C’est dans Alma
batch-has-name = C’est dans Alma : { $name }
mend = Réparer ce fichier
mend-name = Réparer { $name }
mend-what = Ce fichier n’a pas la forme qu’Alma attend. La réparation le réécrit sous cette forme, garde l’original à côté et montre ce qui est illisible.
mended = { $path } a maintenant la forme qu’Alma attend, avec { $count ->
    [one] une transaction
   *[other] { $count } transactions
}. L’original est conservé : { $original }
mended-left-out = { $count ->
    [one] Une ligne est illisible et a été laissée de côté :
   *[other] { $count } lignes sont illisibles et ont été laissées de côté :
}
batch-moved = { $name } est rangé avec les lots déjà dans Alma.
batch-row = { $name } : { $state }. { $summary }
batch-summary = { $span } : { $counts }
count-none = aucune transaction
count-loans = { $count ->
    [one] { $count } prêt
   *[other] { $count } prêts
}
count-returns = { $count ->
    [one] { $count } retour
   *[other] { $count } retours
}
count-borrowers = { $count ->
    [one] { $count } emprunteur
   *[other] { $count } emprunteurs
}
span-hours = { $day }, de { $from } à { $to }
span-days = du { $from } au { $to }

# Charger dans Alma, pas à pas
upload-1 = 1  Fermer OffCirc.dat
upload-1-empty = OffCirc.dat est vide : rien n’a été scanné depuis la fermeture du dernier fichier.
upload-1-what = Quand le réseau est revenu et que tout est scanné, fermez le fichier. Il devient un lot ; les scans suivants iront dans un nouveau fichier.
upload-close-file = Fermer ce fichier
upload-closed = OffCirc.dat est fermé. Son lot est { $name }.
upload-2 = 2  Charger le lot dans Alma
upload-2-nothing = Rien à charger : Alma a tous les lots. Ce que vous scannez au bureau de prêt apparaît à l’étape 1.
upload-2-close-first = Rien à charger pour l’instant : fermez d’abord OffCirc.dat à l’étape 1.
upload-2-several = { $count } lots sont à charger, dans l’ordre des dates. Faites les trois étapes pour celui-ci, le plus ancien ; le suivant apparaîtra ensuite.
upload-2-then = Ensuite : { $names }
alma-desk = Connectez-vous à Alma au bureau de prêt dont viennent les transactions, ici « { $desk } ». Alma les attribue toutes au bureau de la personne qui charge le fichier.
alma-block = Vérifiez que la préférence de blocage « Item is currently on loan by another patron » (exemplaire prêté à un autre emprunteur) n’est pas réglée sur « Handle Automatically » (traiter automatiquement).
alma-menu = Ouvrez Services aux usagers > Outils avancés > Circulation hors ligne (Fulfillment > Advanced Tools > Offline Circulation).
alma-file = Choisissez le fichier d’après le chemin ci-dessus.
alma-upload = Cliquez sur « Charger et valider le contenu du fichier » (Upload and Validate File Content).
alma-job = Attendez la fin du traitement, puis ouvrez son rapport avec « Voir » (View).
alma-holds = Un exemplaire rendu qui est réservé doit être scanné encore une fois en retour dans Alma.
upload-3 = 3  Dire que c’est dans Alma
upload-3-what = Quand le traitement est terminé, dites-le ici. { $name } sera rangé avec les lots déjà dans Alma, et personne ne le chargera deux fois.
upload-3-nothing = Vient après le chargement.
upload-3-report = Voyez ensuite ce qu’Alma n’a pas pu faire : lisez le rapport du traitement.

# Tous les lots
history-empty = Aucun lot. Ce que vous scannez au bureau de prêt apparaît ici.
history-delete = { $count ->
    [one] Supprimer le seul lot de plus de { $days } jours
   *[other] Supprimer { $count } lots de plus de { $days } jours
}
history-deleted = { $count ->
    [one] Un lot est supprimé.
   *[other] { $count } lots sont supprimés.
}

# Ce qui est demandé une fois
ask-uploaded = { $name } est-il dans Alma ?
ask-uploaded-what = Dites oui seulement si vous l’avez chargé et si son traitement dans Alma est terminé. Il ne sera plus proposé au chargement.
ask-uploaded-yes = Oui, c’est dans Alma
ask-uploaded-no = Pas encore
ask-delete = { $count ->
    [one] Supprimer ce lot ?
   *[other] Supprimer ces { $count } lots ?
}
ask-delete-what = Alma a ces transactions. Ici, elles disparaissent pour de bon : aucun rapport ne pourra plus en être rapproché.
ask-delete-yes = Supprimer
ask-delete-no = Garder

# Pourquoi un ordre est refusé
refusal-waiting = { $count ->
    [one] Une transaction n’est pas encore dans OffCirc.dat. Revenez au bureau de prêt, attendez « Tout est enregistré », puis fermez le fichier.
   *[other] { $count } transactions ne sont pas encore dans OffCirc.dat. Revenez au bureau de prêt, attendez « Tout est enregistré », puis fermez le fichier.
}
refusal-nothing = Il n’y a rien à faire : le fichier est vide ou n’est plus là.
refusal-nothing-to-mend = Rien n’a été réparé : { $path } a déjà la forme qu’Alma attend, ou ne contient aucune transaction.
refusal-not-there = OffCirc.dat ne contient pas ceci : { $transaction }
refusal-not-a-batch = { $path } n’est plus à la place des lots. Quelqu’un l’a peut-être déplacé.
refusal-spool-failed = Les transactions mises de côté sont illisibles, et certaines attendent peut-être. { $trouble }
refusal-file-changed = OffCirc.dat n’est plus le fichier sur lequel portait la question. Rien n’a été modifié.
refusal-not-known = On ne sait pas si l’opération a eu lieu. OffCirc le vérifiera dès que le dossier sera lisible. { $trouble }

# Pages pour les fichiers déposés
report-how = Dans Alma, ouvrez le rapport du traitement avec « Voir » (View), copiez ses messages et collez-les ici. Un rapport enregistré en texte ou en CSV peut être déposé sur cette fenêtre.
combine-how = Déposez les fichiers de tous les bureaux de prêt sur cette fenêtre, ou ajoutez-les. Ne réunissez que les bureaux d’une même bibliothèque : Alma inscrit tout au bureau de prêt de la personne qui charge.

# Transactions d’un jour précédent
earlier-days = { $count ->
    [one] OffCirc.dat contient une transaction d’un jour précédent. Est-elle dans Alma ?
   *[other] OffCirc.dat contient { $count } transactions de jours précédents. Sont-elles dans Alma ?
}
earlier-days-what = Du { $from } au { $to }. Si elles ont été chargées, elles quittent le fichier, pour que personne ne les charge deux fois.
button-alma-has-them = Oui, c’est dans Alma
button-go-on-adding = Non, continuer
archived = { $count ->
    [one] Une transaction déjà dans Alma est maintenant dans un lot à part.
   *[other] { $count } transactions déjà dans Alma sont maintenant dans un lot à part.
}
not-archived = Elles sont encore dans OffCirc.dat

# Après le chargement : le rapport d’Alma, refaire des transactions, exporter
meaning-item-not-found = Aucun exemplaire dans Alma n’a ce code-barres : il a été mal lu, mal saisi ou jamais catalogué.
meaning-user-not-found = Aucun utilisateur dans Alma n’a cet identifiant : souvent, une autre carte ou un autre numéro a été scanné.
meaning-not-on-loan = L’exemplaire n’était pas en prêt : il n’y avait rien à rendre. Alma l’a compté comme consulté sur place.
meaning-later-action = L’exemplaire a été traité dans Alma après l’heure de cette transaction, qui n’a pas été exécutée.
meaning-unknown = OffCirc ne connaît pas ce message.
to-do-item-not-found = Trouvez l’exemplaire, corrigez son code-barres et refaites le prêt ou le retour.
to-do-user-not-found = Trouvez l’emprunteur, corrigez l’identifiant et refaites le prêt.
to-do-not-on-loan = Il n’y a rien à faire.
to-do-later-action = Vérifiez l’exemplaire dans Alma. Si son état est juste, il n’y a rien à faire ; sinon, refaites la transaction.
to-do-unknown = Lisez le message et vérifiez la transaction dans Alma.
unmatched-unknown-wording = La formulation n’est pas connue : la transaction visée n’est pas certaine. Vérifiez dans Alma chacune de celles qui ont ce code-barres.
unmatched-no-barcode = Le message ne nomme aucun code-barres qu’un fichier puisse contenir. Cherchez-le dans le rapport d’Alma.
unmatched-not-in-files = Aucune transaction de ces fichiers n’a ce code-barres. Choisissez le fichier qui a été chargé.
unmatched-not-a-borrower = Ce code-barres est dans ces fichiers, mais aucun emprunteur ne l’a. Choisissez le fichier qui a été chargé.
unmatched-not-returned = Cet exemplaire est dans ces fichiers, mais aucun d’eux ne contient son retour. Choisissez le fichier qui a été chargé.
unmatched-not-an-item = Ce code-barres est dans ces fichiers celui d’un emprunteur, pas d’un exemplaire. Choisissez le fichier qui a été chargé.
left-out-returned = C’est déjà un retour : il n’y a rien à annuler.
left-out-lent-later = Le même exemplaire a été prêté de nouveau plus tard, et un seul retour suffit.
left-out-no-such-time = Sa nouvelle date ne peut pas être écrite. Réglez l’horloge de l’ordinateur.
head-file = Fichier
head-line = Ligne
head-batch = Lot
head-meaning = Signification
head-to-do = À faire
head-message = Message
cli-folder-gone = Le dossier { $path } n’existe pas. Indiquez le dossier d’OffCirc.dat avec --data-dir.
cli-no-files = { $path } n’a ni OffCirc.dat ni lots. Indiquez des fichiers, ou un autre dossier avec --data-dir.
cli-report-not-text = { $path } n’est pas du texte. Copiez les messages du rapport d’Alma dans un fichier texte, ou enregistrez le rapport en CSV, et indiquez ce fichier.
cli-report-empty = { $path } ne contient aucun message d’un rapport d’Alma : il n’y a rien à rapprocher. Indiquez le fichier où le rapport a été enregistré.
cli-standard-input = L’entrée standard
cli-match-times = { $times ->
    [one] { $times } fois
   *[other] { $times } fois
}
cli-match-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}, { $matched } avec transaction, { $unmatched } sans.
cli-match-passed-over = { $count ->
    [one] { $count } ligne du rapport n’est pas un message et a été laissée de côté.
   *[other] { $count } lignes du rapport ne sont pas des messages et ont été laissées de côté.
}
cli-place = { $file }, ligne { $line } : { $transaction }
cli-line-without = { $path } : la ligne { $line } ne contient pas de transaction. Rien n’a été écrit. Choisissez le numéro d’une ligne qui en contient une.
cli-nothing-chosen = Rien n’a été écrit : aucune transaction n’a été choisie.
cli-nothing-left = Rien n’a été écrit : parmi les transactions choisies, aucune n’est à refaire.
cli-not-corrected = Rien n’a été écrit : aucune transaction choisie n’a le code-barres { $barcode }. Corrigez ce qui suit --correct.
cli-correction-form = l’ancien et le nouveau code-barres, séparés par un signe égal, étaient attendus
cli-correction-old = ancien code-barres : { $reason }
cli-correction-new = nouveau code-barres : { $reason }
cli-again-written = { $count ->
    [one] { $count } transaction écrite dans { $path } :
   *[other] { $count } transactions écrites dans { $path } :
}
cli-again-left-out = { $count ->
    [one] { $count } transaction laissée de côté :
   *[other] { $count } transactions laissées de côté :
}
cli-again-unreadable = { $count ->
    [one] { $count } ligne de { $path } est illisible et n’a pas été choisie. Elle reste telle quelle.
   *[other] { $count } lignes de { $path } sont illisibles et n’ont pas été choisies. Elles restent telles quelles.
}
cli-again-several = { $message } – { $count } transactions correspondent à ce message, et toutes ont été choisies. Voyez si chacune a échoué.
cli-again-unmatched = { $message } – rien n’a été choisi pour ce message. { $reason }
cli-output-exists = { $path } existe déjà. Rien n’a été écrit. Indiquez un autre fichier, ou --force pour le remplacer.
cli-output-is-input = { $path } est l’un des fichiers lus. Rien n’a été écrit. Indiquez un autre fichier.
cli-output-in-use = { $path } serait le fichier d’un dossier de données ouvert. Rien n’a été écrit. Indiquez un autre fichier.
cli-output-folder = { $path } est un dossier. Rien n’a été écrit. Indiquez un fichier de ce dossier.
cli-export-nothing = Rien n’a été trouvé.
cli-batches-to-upload = { $count ->
    [0] Aucun lot n’attend d’être chargé.
    [one] { $count } lot est ENCORE À CHARGER.
   *[other] { $count } lots sont ENCORE À CHARGER.
}
cli-batches-current = { $count ->
    [0] OffCirc.dat ne contient aucune transaction.
    [one] OffCirc.dat contient { $count } transaction qui n’est pas encore chargée.
   *[other] OffCirc.dat contient { $count } transactions qui ne sont pas encore chargées.
}
cli-batch-current = EN COURS, PAS ENCORE CHARGÉ
cli-batch-to-upload = ENCORE À CHARGER
cli-batch-unread = ILLISIBLE
cli-batch = { $stage } : { $path }

# offcirc-cli : changer le dossier
cli-taken-back = { $count ->
    [one] Une transaction est annulée.
   *[other] { $count } transactions sont annulées.
}
cli-no-such-line = La ligne { $line } de OffCirc.dat ne contient aucune transaction. Rien n’a été changé.
cli-not-closed = OffCirc.dat n’a pas été fermé : voyez ci-dessus ce que la vérification a trouvé, ou fermez-le avec --anyway.
cli-line-too-long = La ligne est trop longue
cli-in-doubt = Elle est peut-être dans le fichier : { $reason }
cli-no-answer = Le disque n’a pas répondu à temps. Voyez avec « offcirc-cli batches » ce qui a été fait.

# Fichiers à examiner : pourquoi l’un ne peut pas l’être
file-gone = { $path } n’est pas là. Vérifiez son nom ; branchez la clé USB, ou connectez le lecteur ou le partage.
file-changed = { $path } a raccourci ou a disparu pendant la lecture. Fermez le programme qui s’en sert, puis réessayez.
file-once = { $path } est un tube : il ne se lit qu’une fois, et ses lignes illisibles seraient perdues. Enregistrez dans un fichier ce qui en vient, et prenez ce fichier.
file-too-many = { $path } est un fichier de trop. Examinez moins de fichiers à la fois.
foreign-picture = { $path } est une image, pas un fichier de transactions. Choisissez un fichier comme OffCirc.dat.
foreign-document = { $path } est un document ou une archive, pas un fichier de transactions. Choisissez un fichier comme OffCirc.dat ; s’il est dans une archive, extrayez-le d’abord.
foreign-utf16 = { $path } est du texte en UTF-16, qu’Alma ne peut pas lire : un éditeur l’a enregistré ainsi. Enregistrez-le en UTF-8 dans l’éditeur, ou prenez le fichier d’avant.
foreign-binary = { $path } n’est pas du texte, donc pas un fichier de transactions. Choisissez un fichier comme OffCirc.dat.
foreign-text = { $path } est un texte sans transactions. Choisissez un fichier comme OffCirc.dat.
foreign-folder = { $path } est un dossier. Nommez les fichiers qu’il contient.
review-stopped = Arrêté. Rien n’a été modifié.

# Ce qu’une vérification trouve
severity-information = information
severity-warning = avertissement
severity-error = erreur
finding-unreadable = Cette ligne est illisible (colonne { $column } : { $reason }). Corrigez-la à la main, ou retirez-la et saisissez la transaction dans Alma.
finding-torn-end = Le fichier finit par des octets nuls, comme un arrêt brutal peut en laisser. Comparez les dernières lignes avec ce qui a été scanné ; réparez le fichier : les octets nuls en seront retirés.
finding-borrower-column = L’emprunteur commence à la colonne { $column }, et non { $wanted } comme le veut le format. Alma peut le lire de travers : réparez le fichier : toutes les colonnes seront à leur place.
finding-lent-twice = L’exemplaire { $item } est aussi prêté à la ligne { $other }, à l’emprunteur { $borrower }, sans retour entre les deux. Cherchez qui l’a, et retirez l’autre prêt.
finding-returned-later = L’exemplaire { $item } est rendu à la ligne { $other }. Il n’y a rien à faire.
finding-lent-before = L’exemplaire { $item } a été prêté à la ligne { $other }. Il n’y a rien à faire.
finding-returned-twice = L’exemplaire { $item } est aussi rendu à la ligne { $other }, sans prêt entre les deux. S’il a été prêté entre-temps, saisissez ce prêt dans Alma.
finding-double-scan = La ligne { $other } dit la même chose de l’exemplaire { $item } à moins de deux minutes : il a sans doute été scanné deux fois. L’une des deux lignes peut être retirée.
finding-same-barcode = L’exemplaire et l’emprunteur ont le même code-barres, { $barcode }. Cherchez la bonne carte ou le bon exemplaire, et corrigez la ligne.
finding-item-is-borrower = L’exemplaire { $barcode } est l’emprunteur à la ligne { $other }. L’un des deux a été scanné dans le mauvais champ : corrigez cette ligne.
finding-borrower-is-item = L’emprunteur { $barcode } est l’exemplaire à la ligne { $other }. L’un des deux a été scanné dans le mauvais champ : corrigez cette ligne.
finding-time-back = L’heure recule : { $time } vient après { $previous } à la ligne { $other }. Voyez si l’horloge a été changée ; Alma exécute les lignes dans leur ordre.
finding-future = { $time } est dans le futur. Voyez si l’horloge de l’ordinateur était juste, et corrigez l’heure : Alma en déduit les dates de retour.
finding-before-2000 = { $time } est avant l’an 2000. L’horloge de l’ordinateur était fausse : corrigez l’heure, Alma en déduit les dates de retour.
finding-set-back = { $time } a existé deux fois, car l’horloge a été reculée pendant cette heure. Voyez l’ordre des lignes quand plusieurs fichiers sont fusionnés.
finding-in-other-file = La même transaction est dans { $file }, ligne { $other }. Ne la chargez qu’une fois : fusionnez les fichiers sans les doublons, ou laissez un fichier de côté.
finding-other-desk = D’après son nom, ce fichier est celui du bureau de prêt { $desk }. La personne qui le charge doit y être connectée : Alma enregistre tout au bureau de prêt de cette personne.
finding-empty = Il n’y a aucune transaction dans ce fichier. Il n’est pas à charger.
finding-no-line-end = La dernière ligne n’a pas de fin : elle a peut-être été coupée. Comparez-la avec ce qui a été scanné.
finding-byte-order-mark = Une marque d’ordre des octets (BOM) précède cette ligne : un éditeur l’y a mise, et Alma peut s’y heurter. Réparez le fichier : elle en sera retirée.
finding-line-end = À partir de cette ligne, les lignes finissent d’une façon qu’Alma n’attend peut-être pas (par CR ou par CR CR LF). Réparez le fichier : chaque ligne aura la fin voulue.
count-files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}
count-transactions = { $count ->
    [one] { $count } transaction
   *[other] { $count } transactions
}
count-errors = { $count ->
    [0] aucune erreur
    [one] { $count } erreur
   *[other] { $count } erreurs
}
count-warnings = { $count ->
    [0] aucun avertissement
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
count-information = { $count ->
    [0] aucune information
    [one] { $count } information
   *[other] { $count } informations
}
check-summary = { $files }, { $transactions } : { $errors }, { $warnings }, { $information }.

# Fusionner des fichiers
merge-duplicate = Dans deux fichiers : { $what } est dans { $file }, ligne { $line }, et dans { $otherFile }, ligne { $otherLine }. Les deux sont écrites ; --leave-out-duplicates écarte la seconde.
merge-duplicate-left-out = Dans deux fichiers : { $what } est dans { $file }, ligne { $line }, et dans { $otherFile }, ligne { $otherLine }. La seconde est écartée.
merge-same-minute = Ordre incertain : { $what } ({ $file }, ligne { $line }) et { $otherWhat } ({ $otherFile }, ligne { $otherLine }) sont de la même minute. Cherchez laquelle est la première : voyez si l’exemplaire est en rayon.
merge-two-borrowers = Prêté à deux emprunteurs : { $what } ({ $file }, ligne { $line }), puis { $otherWhat } ({ $otherFile }, ligne { $otherLine }), sans retour entre les deux. Cherchez qui a l’exemplaire.
count-duplicates = { $count ->
    [0] aucune dans deux fichiers
   *[other] { $count } dans deux fichiers
}
count-conflicts = { $count ->
    [0] aucun doute
    [one] { $count } paire douteuse
   *[other] { $count } paires douteuses
}
count-unreadable = { $count ->
    [0] toutes les lignes lisibles
    [one] { $count } ligne illisible
   *[other] { $count } lignes illisibles
}
merge-summary = { $files } en un : { $transactions } dans { $out } ; { $duplicates }, { $conflicts }, { $unreadable }.
merge-unreadable = { $count ->
    [one] Une ligne est illisible. Elle est dans { $path }, telle quelle : corrigez-la et saisissez-la.
   *[other] { $count } lignes sont illisibles. Elles sont dans { $path }, telles quelles : corrigez-les et saisissez-les.
}
unreadable-head = # { $file }, { $bytes ->
    [one] { $bytes } octet
   *[other] { $bytes } octets
}. { $why }
merge-nothing-written = Rien n’a été écrit. { $why }
merge-exists = { $path } existe. Choisissez un autre nom, ou ajoutez --force pour le remplacer.
merge-is-input = { $path } est l’un des fichiers à fusionner. Choisissez un autre nom.
merge-is-folder = { $path } est un dossier. Nommez un fichier dans ce dossier.
merge-is-desk = { $path } est l’endroit où un bureau de prêt enregistre ses transactions. Choisissez un autre nom ou un autre dossier.

# What separates the cells of a sheet: what a spreadsheet in this language expects
sheet-separator = ;

# Fautes d’inattention
command-use-anyway = Garder quand même
band-double-scan = Scanné deux fois : { $item }
band-double-scan-what = { $seconds ->
    [one] Enregistré il y a { $seconds } seconde, pas une deuxième fois. Était-ce voulu ? { $key } l’enregistre encore.
   *[other] Enregistré il y a { $seconds } secondes, pas une deuxième fois. Était-ce voulu ? { $key } l’enregistre encore.
}
band-lent-to-another = Déjà prêté : { $item }
band-lent-to-another-what = Il est chez l’emprunteur { $borrower } et n’est pas revenu. Rien n’est enregistré. { $key } le prête quand même.
band-same-as-borrower = C’est la carte de l’emprunteur : { $item }
band-same-as-borrower-what = Rien n’est prêté. Scannez l’exemplaire.
band-borrower-left = Emprunteur terminé : plus rien n’a été scanné
band-borrower-left-what = Scannez la carte de la personne présente.
cli-same-as-borrower = c’est le code-barres de l’emprunteur

# Les pages : ce que dit la vérification avant un chargement
check-going = Recherche de ce qui gênerait Alma …
check-stopped = La vérification a été arrêtée : on ne sait pas ce qui gênerait Alma.
check-again = Vérifier à nouveau
check-of = Vérification de { $name }
in-the-way-nothing = Rien ne gêne Alma.
in-the-way = À voir avant le chargement : { $what }.
in-the-way-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
in-the-way-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
finding-head = Ligne { $line } : { $severity }
finding-error = erreur
finding-warning = avertissement
finding-information = bon à savoir
information-show = { $count ->
    [one] Montrer { $count } autre chose à savoir
   *[other] Montrer { $count } autres choses à savoir
}
information-hide = { $count ->
    [one] Masquer { $count } autre chose à savoir
   *[other] Masquer { $count } autres choses à savoir
}
information-of = Bon à savoir sur { $name }
upload-close-anyway = Fermer quand même
paged-back = Précédent
paged-on = Suivant
paged-where = { $first } à { $last } sur { $count }
control-of = { $control } : { $name }
origin = { $file }, ligne { $line }

# Réunir plusieurs bureaux, étape par étape
combine-1 = 1  Choisir les fichiers
combine-2 = 2  Voir ce qui est douteux
combine-3 = 3  Écrire le fichier unique
combine-add = Ajouter des fichiers …
combine-up = Monter
combine-down = Descendre
combine-remove = Retirer
combine-order = Tout est mis dans l’ordre du temps. Dans une même minute, l’ordre de cette liste décide.
combine-unread = Pas encore lu
combine-left-out = Laissé de côté : { $why }
combine-own-open = C’est le fichier de ce bureau de prêt, et il est encore ouvert. Fermez-le d’abord sur la page Chargement, puis ajoutez son lot à la place.
combine-own-to-upload = C’est un lot de ce bureau de prêt. Quand Alma a le fichier unique, dites sur la page Historique qu’Alma a aussi ce lot.
combine-own-uploaded = Alma a déjà ce lot. Retirez-le ici : Alma l’exécuterait deux fois.
combine-stopped = La lecture a été arrêtée.
combine-read-again = Relire les fichiers
doubts-none = Rien n’est douteux.
doubts-duplicates = { $count ->
    [one] { $count } transaction figure dans deux fichiers. Si un fichier a été copié, ne l’écrivez qu’une fois : sinon Alma l’exécute deux fois.
   *[other] { $count } transactions figurent dans deux fichiers. Si un fichier a été copié, ne les écrivez qu’une fois : sinon Alma les exécute deux fois.
}
doubts-leave-out = N’écrire chacune qu’une fois
doubts-duplicates-title = Transactions dans deux fichiers
doubts-is-kept = Et encore : { $origin }
doubts-is-left-out = Laissée de côté : { $origin }
doubts-conflicts = { $count ->
    [one] L’ordre de deux transactions est incertain.
   *[other] L’ordre des transactions de { $count } paires est incertain.
} Elles sont écrites dans l’ordre montré.
doubts-conflicts-title = Paires douteuses
doubt-same-minute = Prêté à un bureau de prêt et rendu à un autre dans la même minute. Voyez si l’exemplaire est en rayon : alors le retour vient en dernier.
doubt-two-borrowers = Prêté à deux emprunteurs, sans retour entre les deux. Cherchez qui a l’exemplaire : ce prêt vient en dernier.
doubt-swap = La seconde était la première
doubts-unreadable = { $count ->
    [one] { $count } ligne est illisible. Elle va, telle quelle, dans un fichier à part à côté du fichier unique.
   *[other] { $count } lignes sont illisibles. Elles vont, telles quelles, dans un fichier à part à côté du fichier unique.
}
combine-what = { $transactions ->
    [one] { $transactions } transaction
   *[other] { $transactions } transactions
} de { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, dans l’ordre du temps
combine-write = Écrire le fichier
combine-write-elsewhere = L’écrire ailleurs …
work-writing = Écriture du fichier …
combine-outdated = Quelque chose a changé ci-dessus depuis l’écriture du fichier. Écrivez-le à nouveau.
combine-written = { $name } est écrit : { $count ->
    [one] { $count } transaction
   *[other] { $count } transactions
}{ $left ->
    [0] .
   *[other] , et { $left } laissées de côté.
}
combine-unreadable = { $count ->
    [one] { $count } ligne est illisible et se trouve dans { $name }, à côté. Saisissez à la main dans Alma ce qu’elle dit.
   *[other] { $count } lignes sont illisibles et se trouvent dans { $name }, à côté. Saisissez à la main dans Alma ce qu’elles disent.
}
combine-only-this = Chargez ce seul fichier, et aucun de ceux dont il est fait : sinon Alma exécute tout deux fois.
combine-stale = { $path } a changé depuis qu’il a été lu. Il est relu maintenant : voyez l’étape 2, puis écrivez le fichier à nouveau.

# L’historique : chercher des transactions
search-barcode = Exemplaire ou emprunteur
search-barcode-hint = Un code-barres, ou une partie
search-day = Jour
search-day-hint = 23/11/2026
search-kind = Montrer
search-both = Les deux
search-loans = Prêts
search-returns = Retours
search-clear = Montrer tous les lots
search-no-day = Écrivez le jour ainsi : 23/11/2026.
search-stopped = La recherche a été arrêtée.
found-nothing = Aucune transaction trouvée.
found-count = { $count ->
    [one] { $count } transaction
   *[other] { $count } transactions
}{ $chosen ->
    [0] { "" }
    [one] , { $chosen } choisie
   *[other] , { $chosen } choisies
}
found-below = { $time }, { $origin }
found-row = { $what }. { $origin }. { $state }
found-again = { $count ->
    [one] Saisir celle-ci à nouveau …
   *[other] Saisir ces { $count } à nouveau …
}
sheet-here = Exporter
sheet-elsewhere = Exporter ailleurs …
sheet-done = { $count ->
    [one] { $count } transaction est dans { $name }.
   *[other] { $count } transactions sont dans { $name }.
}
sheet-is-input = { $path } contient des transactions. Choisissez un autre nom.

# Lire le rapport dans la fenêtre
report-hint = Collez les messages ici : Ctrl+V
report-field = Messages du rapport
report-open = Ouvrir un fichier …
report-clear = Effacer
report-long = Un rapport de { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}, trop long pour être affiché ici. Ses messages sont ci-dessous.
report-not-text = Ce fichier n’est pas du texte. Dans Alma, copiez les messages du rapport et collez-les ici, ou enregistrez le rapport en CSV.
report-too-long = Ce fichier est trop grand pour un rapport. Ouvrez le fichier où le rapport a été enregistré.
report-none = Aucun message d’un rapport d’Alma n’a été trouvé ici. Copiez les lignes qui finissent par « Barcode: … » et collez-les.
report-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
} : { $matched } avec transaction, { $unmatched } sans.
report-of = Ce rapport semble être celui de { $batch }. Les transactions des autres lots sont aussi affichées, mais pas choisies.
report-no-transaction = Rien de certain n’a été trouvé pour ces messages
report-not-in-files = Aucun lot de cet ordinateur n’a ce code-barres. Il a peut-être été scanné à un autre bureau de prêt : lisez-y le rapport.
report-not-a-borrower = Ce code-barres est dans les lots, mais aucun emprunteur ne l’a. Le prêt a peut-être été scanné à un autre bureau : lisez-y le rapport.
report-not-returned = Cet exemplaire est dans les lots, mais aucun n’en contient le retour. Il a peut-être été scanné à un autre bureau : lisez-y le rapport.
report-not-an-item = Ce code-barres est dans les lots celui d’un emprunteur, pas d’un exemplaire. L’exemplaire a peut-être été scanné à un autre bureau : lisez-y le rapport.
report-choose-all = Choisir ces { $count } transactions
report-several = { $count } transactions
report-place = { $time } · { $batch }, ligne { $line }
report-again = Refaire …
report-export = Exporter pour les rayons …
export-title = Exporter pour les rayons
export-name = Pour les rayons { $time }.csv
export-no-place = Aucun emplacement n’a été choisi : rien n’est encore écrit.
export-here = L’écrire à côté des lots
export-done = La liste pour les rayons est écrite.

# Refaire des transactions
again-1 = 1  Corriger ce qui était faux
again-1-what = Scannez ou tapez par-dessus un code-barres faux. Décochez ce qui n’est pas à refaire.
again-take = Refaire, { $number } : { $transaction }
again-item = Code-barres de l’exemplaire, { $number } : { $transaction }
again-borrower = Emprunteur, { $number } : { $transaction }
again-before = Avant : { $barcode }
again-2 = 2  Choisir l’heure et le type
again-own = L’heure d’origine
again-own-what = Alma calcule la date de retour comme si rien n’avait échoué. C’est le plus souvent le bon choix.
again-yesterday = Hier à la même heure
again-yesterday-what = Quand l’horloge du bureau était fausse de plusieurs jours et que la panne était hier.
again-now = Maintenant
again-now-what = Quand Alma a refusé l’ancienne heure parce que l’exemplaire a été traité après.
again-returns = Changer les prêts en retours
again-returns-what = Pour annuler des prêts qui ne devraient pas exister : chaque exemplaire est rendu.
again-3 = 3  Voir ce qui sera écrit
again-preview = { $count ->
    [0] Il ne reste rien à écrire.
    [one] Une transaction sera écrite :
   *[other] { $count } transactions seront écrites, dans cet ordre :
}
again-left-out = { $count ->
    [one] Une transaction est laissée de côté. { $why }
   *[other] { $count } transactions sont laissées de côté. { $why }
}
again-untouched = Le lot d’origine reste exactement tel quel.
again-wrong = Corrigez d’abord les codes-barres marqués en rouge.
again-write = Écrire un nouveau lot
again-written = Le nouveau lot est écrit : { $name }
again-upload-what = Alma ne l’a pas encore : chargez-le comme tous les lots.
again-upload = Le charger

# Scans

band-dismissed = Rien n’est enregistré
band-next-borrower-card = Emprunteur suivant : { $borrower }
band-next-borrower-before = { $items ->
    [0] Le précédent n’a aucun exemplaire.
    [one] Le précédent a { $items } exemplaire.
   *[other] Le précédent a { $items } exemplaires.
}
band-item-waits = En attente de la carte : { $item }
band-item-waits-what = C’est un exemplaire. Scannez la carte de l’emprunteur et il est prêté.
band-not-taken = Non pris : { $item }
band-not-taken-what = { $item } attend déjà la carte de l’emprunteur. Scannez la carte, puis de nouveau cet exemplaire.
band-item-left = Non prêté, aucune carte : { $item }
band-flooded = Refusé : trop de touches
band-flooded-what = Il en est venu plus de suite qu’aucun code-barres n’en a. Y a-t-il quelque chose sur le clavier ? Scannez de nouveau.
band-breaks = Hors des règles : { $item }
band-held-what = Rien n’est enregistré. Scannez de nouveau ; { $key } le garde.
band-is-a-card = C’est une carte : { $item }
band-is-a-card-what = Ici reviennent des exemplaires.
band-looks-like-an-item = Ressemble à un exemplaire : { $item }
band-looks-like-an-item-what = La carte d’un emprunteur est attendue.
band-looks-like-a-card = Ressemble à une carte : { $item }
band-looks-like-a-card-what = Rien n’est enregistré. Pour l’emprunteur suivant, F4, puis scannez la carte de nouveau ; { $key } le garde comme exemplaire.
breach-length = { $found ->
    [one] Il a { $found } caractère, et non { $wanted }.
   *[other] Il a { $found } caractères, et non { $wanted }.
}
breach-pattern = Il est fait autrement que les codes-barres de la bibliothèque.
breach-check-digit = Chiffre de contrôle faux : un chiffre est erroné ou deux sont inversés.
breach-only-signs = Il n’a ni lettre ni chiffre : la douchette est-elle réglée sur un autre clavier ?
kept-page = { $count ->
    [one] Scanné ici : { $barcodes }. Ce sera saisi quand vous reviendrez au bureau.
   *[other] Scannés ici : { $barcodes }. Ils seront saisis quand vous reviendrez au bureau.
}
button-forget-kept = Oublier ce qui a été scanné ici
kept-question = { $count ->
    [one] Scanné entre-temps : { $barcodes }. Ce sera saisi après votre réponse.
   *[other] Scannés entre-temps : { $barcodes }. Ils seront saisis après votre réponse.
}
kept-close = { $count ->
    [one] Scanné et pas encore saisi : { $barcodes }. Ce sera saisi si vous restez.
   *[other] Scannés et pas encore saisis : { $barcodes }. Ils seront saisis si vous restez.
}
report-has-scan = Un scan est arrivé ici : il n’est pas enregistré. Revenez au bureau de prêt et scannez de nouveau.

controls-title = Codes-barres de commande
controls-how = Scannez l’un d’eux quand OffCirc est ouvert : tout le bureau se passe de clavier et de souris. Ils ne sont jamais le code-barres de quelqu’un.
control-loan = Prêt
control-loan-what = Prêter à partir de maintenant
control-return = Retour
control-return-what = Reprendre des exemplaires à partir de maintenant
control-new-borrower = Nouvel emprunteur
control-new-borrower-what = Cet emprunteur a terminé ; la carte suivante arrive
control-take-back = Annuler
control-take-back-what = Demander s’il faut annuler la dernière transaction
control-yes = Oui
control-yes-what = Oui à une question ; utiliser quand même
control-no = Non
control-no-what = Non à une question ; scanner de nouveau
learned = { $fits } exemples sur { $examples } correspondent.
learned-not = Pas ceux-ci, par exemple : { $barcodes }

# Réglages
command-scanners = Douchettes
command-settings = Réglages
command-help = Aide
page-scanners = Douchettes
page-settings = Réglages
setting-language = Langue
setting-language-what = La langue de la fenêtre et d’offcirc-cli.
setting-desk = Nom de ce bureau de prêt
setting-desk-what = Il figure dans le nom des lots. S’il est vide, c’est celui de l’ordinateur.
setting-library = Nom de la bibliothèque
setting-library-what = Il figure sur les reçus et dans le nom des lots.
setting-data-folder = Dossier d’OffCirc.dat
setting-data-folder-what = S’il est vide, le dossier habituel. Il compte dès le prochain démarrage.
setting-keep-uploaded-days = Jours de conservation des lots
setting-keep-uploaded-days-what = Les lots qu’Alma a reçus sont gardés ce nombre de jours ; la fenêtre propose ensuite de les supprimer.
setting-theme = Couleurs
setting-theme-what = Celles du système, ou l’un de ces choix.
setting-theme-system = Celles du système
setting-theme-light = Clair
setting-theme-dark = Sombre
setting-theme-high-contrast = Contraste élevé
setting-text-size = Taille de l’ensemble, en pour cent
setting-text-size-what = De 100 à 300. Ctrl avec + et - la change pour un moment.
setting-sounds = Sons
setting-sounds-what = Trois sons : enregistré, question, refusé.
setting-sounds-on = Trois sons
setting-sounds-beep = Le bip du système
setting-sounds-off = Aucun
setting-slips = Reçus pour les emprunteurs
setting-slips-what = Propose d’imprimer un reçu avec les exemplaires de l’emprunteur.
setting-scanner-end = Un scan se termine par
setting-scanner-end-what = La plupart des douchettes envoient Entrée après un code-barres.
setting-scanner-end-enter-or-tab = Entrée ou Tab
setting-scanner-end-pause = aussi une pause
setting-scanner-pause-ms = Pause la plus longue entre deux touches, en millisecondes
setting-scanner-pause-ms-what = Ce qui est plus lent est saisi à la main. Une douchette sans fil peut demander plus.
setting-scanner-us-keyboard = Comprendre les douchettes réglées sur un clavier américain
setting-scanner-us-keyboard-what = Quel que soit le clavier de cet ordinateur. Un texte qui est déjà un code-barres n’est jamais changé.
setting-scanner-control-barcodes = Comprendre les codes-barres de commande
setting-scanner-control-barcodes-what = Codes-barres imprimés pour prêt, retour, emprunteur suivant, annuler, oui et non.
setting-scanner-prefix = Mis devant par la douchette
setting-scanner-prefix-what = Il est enlevé.
setting-scanner-suffix = Mis derrière par la douchette
setting-scanner-suffix-what = Il est enlevé.
setting-scanner-remove-aim = Enlever un préfixe AIM
setting-scanner-remove-aim-what = Par exemple ]C1, qui dit la sorte de code-barres.
setting-scanner-remove-codabar-letters = Enlever les lettres de Codabar
setting-scanner-remove-codabar-letters-what = A à D aux deux bouts.
setting-scanner-remove-spaces = Enlever les espaces
setting-scanner-remove-spaces-what = Les espaces à l’intérieur d’un code-barres.
setting-scanner-remove-check-character = Enlever le caractère de contrôle
setting-scanner-remove-check-character-what = Le dernier, une fois vérifié.
setting-borrower-lengths = Longueur des cartes
setting-borrower-lengths-what = Par exemple 14, ou 8-10, 14. Vide : toutes.
setting-borrower-pattern = Modèle des cartes
setting-borrower-pattern-what = Une expression régulière pour tout le code-barres, par exemple 2\d*. Vide : tous.
setting-borrower-check-digit = Chiffre de contrôle des cartes
setting-borrower-check-digit-what = Comment le dernier caractère est calculé.
setting-item-lengths = Longueur des exemplaires
setting-item-lengths-what = Par exemple 14, ou 8-10, 14. Vide : toutes.
setting-item-pattern = Modèle des exemplaires
setting-item-pattern-what = Une expression régulière pour tout le code-barres, par exemple 3\d*. Vide : tous.
setting-item-check-digit = Chiffre de contrôle des exemplaires
setting-item-check-digit-what = Comment le dernier caractère est calculé.
setting-check-none = Aucun
setting-check-luhn = Modulo 10 (Luhn)
setting-check-mod43 = Modulo 43
setting-watch-double-scan-minutes = Double scan, en minutes
setting-watch-double-scan-minutes-what = Le même exemplaire de nouveau dans ce délai fait l’objet d’une question. 0 : jamais.
setting-watch-idle-seconds = Emprunteur parti, en secondes
setting-watch-idle-seconds-what = Un emprunteur sans scan pendant ce temps a terminé. 0 : jamais.
setting-watch-lent-to-another = Demander pour les exemplaires prêtés à quelqu’un d’autre
setting-watch-lent-to-another-what = Ceux qui ont été prêtés dans cette session et ne sont pas revenus.
setting-watch-wrong-field = Distinguer cartes et exemplaires
setting-watch-wrong-field-what = Selon les règles : une carte à la place d’un exemplaire commence l’emprunteur suivant, un exemplaire à la place d’une carte attend la carte. Sans règles, ce qui ressemble à l’autre est demandé.
settings-locked = Verrouillé par l’administrateur
settings-file = Ces réglages sont gardés dans { $path }
settings-group-desk = Ce bureau de prêt
settings-group-look = Aspect et sons
settings-group-scanner = Douchette
settings-group-cards = Cartes des emprunteurs
settings-group-items = Exemplaires
settings-group-watch = Ce que le bureau surveille
settings-system-language = Celle du système
settings-choose-folder = Choisir …
settings-folder-good = Un fichier a pu y être écrit.
settings-start-again = Redémarrer maintenant avec ce dossier
settings-folder-relative = Il faut le chemin complet du dossier, par exemple { $example }.
settings-folder-bad = Rien ne peut y être écrit : { $why }
fault-at = { $path }, ligne { $line }, caractère { $column } : { $what }
fault-in = { $path } : { $what }
fault-not-readable = le fichier ne peut pas être lu ({ $detail }).
fault-not-a-file = ce n’est pas un fichier.
fault-too-large = le fichier a { $bytes } octets ; des réglages en ont { $most } au plus.
fault-not-utf8 = ce n’est pas du texte en UTF-8 (octet { $byte }). Enregistrez le fichier en UTF-8.
fault-syntax = ceci ne peut pas être lu : { $message }.
fault-backslash = entre guillemets doubles, une barre oblique inverse a un sens particulier. Mettez le texte entre apostrophes.
fault-unusable = tant d’endroits sont illisibles que rien de ce fichier n’est utilisé.
fault-newer = une version plus récente d’OffCirc a écrit ce fichier (version { $version }). Ce que celle-ci connaît est utilisé.
fault-not-a-version = version doit être un nombre entier à partir de 1.
fault-unknown-key = il n’y a pas de réglage { $key }.
did-you-mean = Vouliez-vous dire { $name } ?
fault-not-a-table = { $table } doit être une table, [{ $table }].
fault-wrong-type = { $key } doit être { $wanted }.
fault-out-of-range = { $key } vaut { $found } ; il faut de { $least } à { $most }.
fault-not-a-choice = { $key } vaut « { $found } » ; il faut l’un de ceux-ci : { $choices }.
fault-too-long = { $key } a { $found } caractères ; { $most } au plus.
fault-control-character = { $key } a un caractère de commande. Entre guillemets doubles, une barre oblique inverse a un sens particulier, entre apostrophes non.
fault-not-unicode = { $key } a un nom qui ne peut pas s’écrire en texte.
fault-not-lengths = { $key } : « { $part } » n’est ni une longueur de 1 à { $most } ni un intervalle.
fault-rule = { $key } : { $message }.
fault-locked = { $key } est verrouillé par les réglages de cet ordinateur.
fault-locks-in-user-file = seuls les réglages de l’ordinateur peuvent verrouiller des réglages.
fault-not-locks = locked doit être une liste de noms entre guillemets.
fault-unknown-lock = il n’y a pas de réglage { $key } à verrouiller.
fault-more = { $count ->
    [one] { $count } autre défaut dans ce fichier.
   *[other] { $count } autres défauts dans ce fichier.
}
not-written = Cela n’a pas pu être écrit dans { $path } ({ $detail }).
not-written-no-file = Cet utilisateur n’a pas de dossier pour les réglages.
not-written-newer = Une version plus récente d’OffCirc a écrit { $path } ; il reste tel quel.
not-written-not-readable = { $path } ne peut pas être lu ({ $detail }) ; rien n’y est ajouté.
not-written-not-kept = { $path } est abîmé et ne peut pas être gardé sous un autre nom ({ $detail }).
holds-for-this-run = Cela vaut jusqu’à la fin du programme.
kind-of-text = un texte entre guillemets
kind-of-pattern = une expression régulière entre guillemets
kind-of-folder = un dossier entre guillemets
kind-of-lengths = des longueurs comme 14 ou "8-10, 14"
kind-of-switch = true ou false
kind-of-number = un nombre entier de { $least } à { $most }
kind-of-choice = l’un de ceux-ci : { $choices }

# Douchettes
trial-title = Essayer une douchette
trial-what = Scannez n’importe quoi : ci-dessous s’affiche touche par touche ce qui est arrivé, ce qui en a été fait et pourquoi. Rien n’est enregistré.
trial-field = Pour essayer à la main, tapez ici et appuyez sur Entrée
trial-key = { $arrived }, sur un clavier américain { $us }, après { $after } ms
made-nothing = Rien n’est arrivé que des espaces
made-control = Un code-barres de commande : { $action }
made-card = Une carte d’emprunteur : { $barcode }
made-item = Un exemplaire : { $barcode }
made-either = Un code-barres, de carte ou d’exemplaire : { $barcode }
made-neither = Ni carte ni exemplaire selon les règles : { $barcode }
made-two = Deux codes-barres collés : { $first } et { $second }
step-other-layout = Lu comme les touches d’un clavier américain : tel que le clavier de cet ordinateur l’écrit, ce ne peut pas être un code-barres.
step-stripped = Ce que la douchette ajoute a été enlevé.
step-check-character = Le caractère de contrôle est juste et a été enlevé.
step-split = Séparé là où les règles ne laissent qu’une possibilité.
not-a-card = Pas une carte : { $why }
not-an-item = Pas un exemplaire : { $why }
came-by-hand = { $keys ->
    [one] Saisi à la main, { $keys } touche.
   *[other] Saisi à la main, { $keys } touches.
}
came-by-scanner = { $keys ->
    [one] Envoyé par une douchette : { $keys } touche, au plus { $slowest } ms entre deux, puis { $end }.
   *[other] Envoyé par une douchette : { $keys } touches, au plus { $slowest } ms entre deux, puis { $end }.
}
came-end-enter = Entrée
came-end-tab = Tab
came-end-pause = une pause
rules-title = Les règles de la bibliothèque
rules-what = Avec des règles, le bureau distingue cartes et exemplaires et retient ce qui ne peut être ni l’un ni l’autre. Commencez par l’une d’elles, ou apprenez d’un ancien fichier.
preset-none = Aucune règle
preset-fourteen-digits = Codes-barres de bibliothèque à 14 chiffres
learn-from-file = Apprendre d’un fichier …
learn-title = Un fichier de transactions, ou une liste de codes-barres
learn-use = Utiliser ces règles
learn-list = Une liste de codes-barres
learn-use-cards = Utiliser pour les cartes
learn-use-items = Utiliser pour les exemplaires
proposed-lengths = longueur { $lengths }
proposed-pattern = modèle { $pattern }
controls-print = Imprimer la page …
print-failed = La page n’a pas pu être affichée ({ $why }). offcirc-cli controls -o FICHIER l’écrit dans un fichier.
band-other-layout = Lu comme venant d’une douchette réglée sur un clavier américain.
button-set-up = Douchettes, réglages, aide
language-name = Français

# Aide et ce qu’est le programme
page-help = Aide
about-title = À propos d’OffCirc
about-version = OffCirc { $version }, logiciel libre sous licence MIT.
about-what = Prêt hors ligne pour les bibliothèques qui utilisent Alma d’Ex Libris. Ce n’est pas un produit d’Ex Libris.
about-licences = Licences …
about-copy = Copier les détails pour l’assistance
about-copied = Détails copiés
about-log = Ce que le programme a fait est noté ici, sans aucun code-barres :
open-failed = Cela n’a pas pu être affiché ({ $why }).

origin-default = la valeur habituelle
command-slip = Reçu
slip-title = { $items ->
    [one] { $items } exemplaire prêté
   *[other] { $items } exemplaires prêtés
}
slip-date = à l’emprunteur { $borrower }, { $time }
slip-foot = Prêté pendant l’absence du système de la bibliothèque. La date de retour est fixée à son retour.
message-settings =
    { $count ->
        [one] Un élément des réglages n’est pas utilisé
       *[other] { $count } éléments des réglages ne sont pas utilisés
    }
message-settings-what = { $fault } Tout le reste est en vigueur. La page Réglages (F12) montre l’ensemble.
message-slip = Le reçu n’a pas pu être affiché
message-slip-what = { $why }. Rien d’autre n’est touché : les prêts sont enregistrés.
fresh-offer = Nommez ce bureau de prêt et dites à OffCirc à quoi ressemblent vos codes-barres ; les deux peuvent attendre.

# L’aide d’offcirc-cli
arguments-no-such-command = La commande « { $command } » n’existe pas.
arguments-no-command = Il faut une commande.
arguments-unknown = « { $argument } » n’est pas connu ici.
arguments-missing = Il manque : { $argument }
arguments-conflict = « { $argument } » ne s’emploie pas avec « { $other } ».
arguments-twice = « { $argument } » est donné plus d’une fois.
arguments-no-value = « { $argument } » demande une valeur.
arguments-not-one-of = « { $value } » ne peut pas être la valeur de « { $argument } ». Valeurs possibles : { $values }
arguments-wrong-value = « { $value } » ne peut pas être la valeur de « { $argument } » : { $why }
arguments-not-understood = Cette ligne de commande n’est pas comprise.
arguments-meant = Vouliez-vous dire « { $meant } » ?
arguments-help = --help en dit plus.
help-any-help = Affiche cette aide
help-any-version = Affiche la version
help-any-data-dir = Le dossier d’OffCirc.dat, à la place de l’habituel
help-any-lang = La langue, à la place de celle qui est réglée ou de celle du système
help-any-output = Le fichier du résultat, à la place de la sortie standard
help-any-output-needed = Le fichier du résultat
help-any-force = Remplace OUT s’il est là
help-any-format = La forme du résultat
help-any-format-text = à lire
help-any-format-csv = un tableau
help-any-format-json = pour les programmes : un seul tableau JSON
help-usage = Utilisation :
help-commands = Commandes{"\u00A0"}
help-arguments = Arguments{"\u00A0"}
help-options = Options{"\u00A0"}
help-command-name = COMMANDE
help-value = { $value } : { $what }
help-values = Valeurs : { $values }
help-default = Sinon : { $value }
help-of-command = Affiche cette aide, ou celle d’une commande
help = Prêt hors ligne pour les bibliothèques qui utilisent Alma, sans fenêtre
help-window = Prêt hors ligne pour les bibliothèques qui utilisent Alma : la fenêtre
help-again =
    Écrit des transactions choisies d’un fichier dans un nouveau fichier : corrigées, redatées ou changées en retours.

    Finit par 0 quand le fichier est écrit, par 1 quand il est écrit et que quelque chose reste à voir, par 2 quand rien n’est écrit.
help-again-as-returns = Fait un retour de chaque prêt choisi, pour l’annuler
help-again-correct = Remplace un exemplaire ou un emprunteur dans les transactions choisies, toutes à la fois
help-again-failed = Choisit les transactions dont parlent les messages du rapport d’Alma ; `-` est l’entrée standard
help-again-file = Le fichier des anciennes transactions ; il reste tel quel
help-again-lines = Les numéros des lignes à choisir, à partir de 1 ; toutes quand rien n’est choisi
help-again-time = Quand les nouvelles transactions ont eu lieu
help-again-time-own = à l’heure des anciennes
help-again-time-yesterday = la veille d’aujourd’hui, à la même heure
help-again-time-now = maintenant
help-archive =
    Alma a les transactions d’OffCirc.dat de tous les jours avant un jour : elles passent dans un lot de `uploaded/`, dont le chemin est affiché ; les autres restent.

    Finit par 0 quand elles y sont, par 2 quand rien n’a changé.
help-archive-before = Alma a les transactions de tous les jours avant celui-ci
help-batches =
    Énumère OffCirc.dat et tous les lots du dossier des données : ce que contient chacun, et lesquels sont encore à charger.

    Finit par 0 quand tous ont pu être lus, par 2 sinon.
help-check =
    Dit sur quoi Alma buterait dans des fichiers de transactions.

    Finit par 0 quand tout va bien, par 1 quand il y a un avertissement ou une erreur, par 2 quand un fichier ne peut pas être vérifié.
help-check-files = Les fichiers
help-close =
    Vérifie OffCirc.dat et le ferme pour le chargement : il devient un lot de `uploads/`, dont le chemin est affiché.

    Finit par 0 quand il est fermé, par 2 sinon.
help-close-anyway = Fermer le fichier même si la vérification trouve quelque chose
help-controls =
    Écrit la page des codes-barres de commande, un PDF à imprimer.

    Finit par 0 quand elle est écrite, par 2 sinon.
help-delete-uploaded =
    Supprime d’anciens lots qu’Alma a reçus, et dit lesquels.

    Finit par 0 quand ils n’y sont plus ou qu’il n’y en a pas, par 2 quand rien n’a changé.
help-delete-uploaded-older-than = Supprimer les lots dont la dernière transaction est plus ancienne que ce nombre de jours ; sans lui, plus ancienne que les réglages ne les gardent (90 jours)
help-export =
    Exporte des transactions, les plus récentes d’abord.

    Finit par 0 quand tout est écrit, par 1 quand un fichier du dossier des données ne peut pas être lu et que le reste est écrit, par 2 quand un fichier nommé ne peut pas être lu ou que rien n’est écrit.
help-export-barcode = Seulement les transactions dont l’exemplaire ou l’emprunteur contient ceci, sans égard aux espaces ni à la casse
help-export-day = Seulement les transactions de ce jour
help-export-files = Fichiers de transactions ; sans eux OffCirc.dat et tous les lots du dossier des données
help-export-kind = Seulement les prêts, ou seulement les retours
help-learn =
    Lit dans un ancien fichier à quoi ressemblent les codes-barres de la bibliothèque, et affiche les règles telles que le fichier des réglages les contient.

    Finit par 0 quand des règles sont proposées, par 2 quand il n’y a rien à apprendre.
help-learn-file = Un fichier de transactions, ou une liste avec un code-barres par ligne
help-learn-list = À qui sont les codes-barres d’une liste
help-match =
    Rapproche les messages du rapport d’Alma des transactions dont ils parlent.

    Finit par 0 quand chaque message a sa transaction, par 1 quand l’un n’en a pas ou qu’un fichier du dossier des données ne peut pas être lu, par 2 quand un fichier nommé ne peut pas être lu ou que le rapport ne contient aucun message.
help-match-files = Les fichiers qui ont été chargés ; sans eux OffCirc.dat et tous les lots du dossier des données
help-match-report = Les messages du rapport, en texte ou en tableau (CSV) ; `-` est l’entrée standard
help-mend =
    Réécrit un lot de `uploads/` sous la forme qu’Alma attend, quand un éditeur ou un autre programme l’a modifié. L’original est gardé à côté.

    Affiche le lot. Se termine par 0 quand tout a pu être lu, par 1 quand des lignes étaient illisibles et ont été laissées de côté, par 2 quand rien n’a été changé.
help-mend-file = Le lot dans `uploads/`, ou un fichier mis de côté dans `unfinished/`
help-merge =
    Fait un seul fichier des fichiers de plusieurs bureaux, dans l’ordre du temps.

    Les lignes qui ne peuvent pas être lues vont dans un fichier à côté, nommé de même avec `-unreadable.txt`. Finit par 0 quand tout va bien, par 1 quand quelque chose est à voir, par 2 quand rien n’a été écrit.
help-merge-files = Les fichiers à réunir
help-merge-leave-out-duplicates = N’écrit qu’une fois une transaction qui figure dans plusieurs fichiers
help-record =
    Enregistre des transactions de l’entrée standard, une par ligne, les champs séparés par une tabulation : `L`, emprunteur, exemplaire ou `R`, exemplaire.

    Dit de chacune ce qu’elle est devenue : `saved` ou `set-aside` avec son numéro, `rejected` ou `failed` avec le numéro de sa ligne. Finit par 0 quand tout a été enregistré ou refusé, par 1 quand quelque chose a été mis de côté ou a échoué.
help-settings =
    Affiche les réglages en vigueur, chacun avec son origine ; ou vérifie un fichier de réglages.

    Finit par 0 quand tout va bien, par 1 quand quelque chose d’un fichier a été ignoré, par 2 quand le fichier ne peut pas être lu.
help-settings-check = Dit ce qui ne va pas dans un fichier de réglages, avec la ligne et le caractère
help-settings-check-file = Le fichier
help-settings-sample = Affiche un fichier de réglages avec tous les réglages, en commentaires
help-take-back =
    Annule des transactions d’OffCirc.dat : la dernière, les N dernières, ou celles de certaines lignes.

    Affiche exactement lesquelles. Finit par 0 quand elles ne sont plus dans le fichier, par 2 quand rien n’a changé.
help-take-back-dry-run = Montrer seulement ce qui serait annulé
help-take-back-last = Annuler les N dernières transactions du fichier
help-take-back-line = Annuler les transactions de ces lignes, à partir de 1
help-take-back-reason = Pourquoi ; gardé dans taken-back.csv
help-uploaded =
    Alma a ce lot de `uploads/` : il passe dans `uploaded/`.

    Affiche où il est maintenant. Finit par 0 quand il y est, par 2 sinon.
help-uploaded-file = Le lot dans `uploads/`
format-date = %d/%m/%Y
format-short-date = %d/%m
format-group = {"\u00A0"}
not-entered = Scanné auparavant et non saisi
not-entered-what = { $barcodes }. Scannez de nouveau.

# Le programme d’installation. Le premier dit comment NSIS, qui le fait, appelle la langue.
setup-language = French
setup-comment = Prêter et rendre des documents pendant une panne de réseau
setup-desktop-shortcut = Placer un raccourci sur le bureau
setup-ready = OffCirc est prêt : dans le menu Démarrer il s’appelle Offline Circulation (OffCirc).
setup-kept-in = Les prêts et les retours sont conservés dans :
setup-keeps-files = Le programme sera supprimé. Tous les fichiers de transactions restent à leur place :
setup-kept-files = Le programme a été supprimé. Tous les fichiers de transactions sont restés à leur place :
setup-still-open = OffCirc est encore ouvert, ici ou dans la session d’un autre utilisateur, et n’a pas été fermé. Fermez-le, puis réessayez. Il n’est jamais arrêté de force : une transaction pas encore enregistrée serait perdue.
setup-no-folder = Le dossier de données n’a pas pu être créé ; OffCirc réessaiera à son démarrage :
setup-no-uninstall-all = OffCirc a été installé pour tous les utilisateurs : un administrateur doit le supprimer.
