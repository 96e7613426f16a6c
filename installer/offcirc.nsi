; The setup program. installer/build calls makensis with VERSION, SOURCE (the folder with what is
; installed), PICTURES, LANGUAGES (what installer/languages prints) and OUTPUT. Command line of what
; comes out:
;
;   /S               no window, no question
;   /CurrentUser     for this account alone, without administrator rights
;   /DATA=folder     where OffCirc.dat is kept, instead of the folder every written procedure names
;   /DESKTOP=1       a shortcut on the desktop (with windows, the last page asks)
;   /D=folder        where the program goes; must come last, without quotes
;
; Exit codes: 0 done, 1 cancelled, 2 failed, 4 OffCirc is open and did not close.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestLongPathAware true

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\OffCirc"
!define DATA_FOLDER "C:\Alma Offline Circulation\OffCirc\files"
!define STILL_OPEN 4
; The same in every language: whoever removes it may speak another one.
!define SHORTCUT "Offline Circulation (OffCirc)"

; For all users where the account may do that, else for the one; as before when it was there before.
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "OffCirc"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"

!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

Name "OffCirc"
OutFile "${OUTPUT}"
BrandingText "OffCirc ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

Var DataFolder
Var DataGiven
Var DesktopGiven

; ---------------------------------------------------------------------------- pages, in each language

!define MUI_ICON "${PICTURES}/offcirc.ico"
!define MUI_UNICON "${PICTURES}/offcirc.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/setup.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}/setup.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION RunNow
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(setup_desktop_shortcut)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION AddDesktopShortcut
!define MUI_FINISHPAGE_TEXT "$(setup_ready)$\r$\n$\r$\n$(setup_kept_in)$\r$\n$DataFolder"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(setup_keeps_files)$\r$\n$DataFolder"

!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(setup_kept_files)$\r$\n$DataFolder"
!insertmacro MUI_UNPAGE_FINISH

VIProductVersion "${VERSION}.0"
!macro VersionBlock LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "OffCirc"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "OffCirc setup"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "OffCirc project"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "MIT licence"
!macroend
; The system's language decides; the first stands in for all the others. The sentences are those of
; assets/locales.
!include "${LANGUAGES}"

; ---------------------------------------------------------------------------- what both programs do

!macro Common UN

; Says $0 to whoever reads a silent run: in a file, and on the console it was started from.
Function ${UN}Say
  Push $1
  Push $2
  DetailPrint $0
  ${If} ${Silent}
    FileOpen $1 "$TEMP\OffCirc-setup.log" a
    FileSeek $1 0 END
    FileWriteUTF16LE /BOM $1 "$0$\r$\n"
    FileClose $1
    System::Call 'kernel32::AttachConsole(i -1)'
    System::Call 'kernel32::GetStdHandle(i -12)p.r1'
    ${If} $1 P<> 0
    ${AndIf} $1 P<> -1
      FileWrite $1 "$0$\r$\n"
    ${EndIf}
  ${EndIf}
  Pop $2
  Pop $1
FunctionEnd

; A program that runs can't be opened for writing, whoever started it and in whatever session.
; Leaves in $0 whether one of ours does.
Function ${UN}IsOpen
  StrCpy $0 no
  ${If} ${FileExists} "$INSTDIR\offcirc.exe"
    ClearErrors
    FileOpen $1 "$INSTDIR\offcirc.exe" a
    ${If} ${Errors}
      StrCpy $0 yes
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\offcirc-cli.exe"
    ClearErrors
    FileOpen $1 "$INSTDIR\offcirc-cli.exe" a
    ${If} ${Errors}
      StrCpy $0 yes
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; Asks every window of the program to close, as its own close button does: it may ask the desk
; first. The class keeps us from closing a folder of the same name that is open in Explorer.
Function ${UN}AskToClose
  StrCpy $2 0
  ${Do}
    FindWindow $2 "Window Class" "OffCirc" 0 $2
    ${If} $2 P= 0
      ${ExitDo}
    ${EndIf}
    SendMessage $2 ${WM_CLOSE} 0 0 /TIMEOUT=2000
  ${Loop}
FunctionEnd

; Goes on when the program is closed; else says so and ends.
Function ${UN}WaitUntilClosed
  retry:
  StrCpy $3 0
  ${Do}
    Call ${UN}IsOpen
    ${If} $0 == no
      Return
    ${EndIf}
    ; Asked at once and every 10 seconds; given 30 in all.
    IntOp $4 $3 % 40
    ${If} $4 = 0
      Call ${UN}AskToClose
    ${EndIf}
    Sleep 250
    IntOp $3 $3 + 1
  ${LoopUntil} $3 >= 120
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(setup_still_open)" /SD IDCANCEL IDRETRY retry
  StrCpy $0 "$(setup_still_open)"
  Call ${UN}Say
  SetErrorLevel ${STILL_OPEN}
  Quit
FunctionEnd

!macroend
!insertmacro Common ""
!insertmacro Common "un."

; ---------------------------------------------------------------------------- setup

Function .onInit
  Push $INSTDIR ; what /D= said; the next line forgets it
  !insertmacro MULTIUSER_INIT
  Pop $0
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}

  StrCpy $0 "/DESKTOP="
  Call Option
  StrCpy $DesktopGiven $0
  StrCpy $0 "/DATA="
  Call Option
  StrCpy $DataFolder $0
  StrCpy $DataGiven yes
  ${If} $DataFolder == ""
    StrCpy $DataGiven no
    StrCpy $DataFolder "${DATA_FOLDER}"
    ; An upgrade goes on where the last one left off.
    ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DataFolder"
    ${If} $0 != ""
      StrCpy $DataFolder $0
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; What follows $0 in the argument that begins with it, or nothing. Windows takes the command line
; apart, so quotes may stand around the value or the whole argument, and apostrophes are letters.
Function Option
  StrCpy $1 $0
  StrLen $2 $1
  StrCpy $0 ""
  System::Call 'kernel32::GetCommandLineW()p.r3'
  System::Call 'shell32::CommandLineToArgvW(p r3, *i.r4)p.r5'
  StrCpy $6 1
  ${DoWhile} $6 < $4
    IntOp $7 $6 * ${NSIS_PTR_SIZE}
    IntPtrOp $7 $5 + $7
    System::Call '*$7(w.r8)'
    StrCpy $9 $8 $2
    ${If} $9 == $1
      StrCpy $0 $8 "" $2
    ${EndIf}
    IntOp $6 $6 + 1
  ${Loop}
  System::Call 'kernel32::LocalFree(p r5)'
FunctionEnd

Section "OffCirc"
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  SetOverwrite on
  File "${SOURCE}/offcirc.exe"
  File "${SOURCE}/offcirc-cli.exe"
  File "${SOURCE}/LICENSE.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${SHORTCUT}.lnk" "$INSTDIR\offcirc.exe" "" "" "" SW_SHOWNORMAL "" "$(setup_comment)"
  ${If} $DesktopGiven == 1
    Call AddDesktopShortcut
  ${EndIf}

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "OffCirc"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\offcirc.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "OffCirc project"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Comments" "Offline circulation for Alma libraries"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DataFolder" "$DataFolder"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K /G=0" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0

  Call MakeDataFolder
  ${If} $DataGiven == yes
    Call KeepDataSetting
  ${EndIf}
SectionEnd

; The folder, and for all users the right of every account at the desk to write in it. Files that
; are there are neither opened nor changed. A folder the library named and made keeps its own rights.
Function MakeDataFolder
  ${If} $DataGiven == yes
  ${AndIf} ${FileExists} "$DataFolder\*.*"
    Return
  ${EndIf}
  ClearErrors
  CreateDirectory "$DataFolder"
  ${If} ${Errors}
    ClearErrors
    StrCpy $0 "$(setup_no_folder) $DataFolder"
    Call Say
    Return
  ${EndIf}
  ${If} $MultiUser.InstallMode == AllUsers
    ; S-1-5-32-545 is Users in every language of Windows.
    nsExec::Exec '"$SYSDIR\icacls.exe" "$DataFolder" /grant *S-1-5-32-545:(OI)(CI)M'
    Pop $0
  ${EndIf}
FunctionEnd

; Writes data_folder into the settings file, for the machine or for the account, and leaves every
; other line in it as it is.
Function KeepDataSetting
  ${If} $MultiUser.InstallMode == AllUsers
    StrCpy $9 "$APPDATA\OffCirc" ; here C:\ProgramData
  ${Else}
    StrCpy $9 "$APPDATA\OffCirc\config"
  ${EndIf}
  CreateDirectory $9
  ${If} $MultiUser.InstallMode == AllUsers
    ; Settings for all are for administrators to change.
    nsExec::Exec '"$SYSDIR\icacls.exe" "$9" /inheritance:r /grant *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
    Pop $0
  ${EndIf}

  FileOpen $1 "$9\settings.toml.new" w
  ; TOML takes what is between these quotes as it stands, but no such quote itself.
  ${StrStr} $0 $DataFolder "'"
  ${If} $0 == ""
    StrCpy $0 "data_folder = '$DataFolder'$\r$\n"
  ${Else}
    StrCpy $0 "data_folder = '''$DataFolder'''$\r$\n"
  ${EndIf}
  Call WriteUtf8
  ClearErrors
  FileOpen $2 "$9\settings.toml" r
  ${IfNot} ${Errors}
    ${Do}
      FileSeek $2 0 CUR $3
      FileRead $2 $0
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      FileSeek $2 0 CUR $4
      StrCpy $0 $0 11
      ${If} $0 != "data_folder"
        ; The bytes themselves: read as text they would pass through the system's code page.
        FileSeek $2 $3 SET
        ${Do}
          FileReadByte $2 $0
          FileWriteByte $1 $0
          IntOp $3 $3 + 1
        ${LoopUntil} $3 >= $4
      ${EndIf}
    ${Loop}
    FileClose $2
  ${EndIf}
  FileClose $1
  Delete "$9\settings.toml"
  Rename "$9\settings.toml.new" "$9\settings.toml"
  ClearErrors
FunctionEnd

; Writes $0 to the file in $1 as UTF-8, which NSIS itself can't.
Function WriteUtf8
  Push $2
  Push $3
  System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w r0, i -1, p 0, i 0, p 0, p 0)i.r2'
  System::Alloc $2
  Pop $3
  System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w r0, i -1, p r3, i r2, p 0, p 0)'
  IntOp $2 $2 - 1 ; without the zero at the end
  System::Call 'kernel32::WriteFile(p r1, p r3, i r2, *i, p 0)'
  System::Free $3
  Pop $3
  Pop $2
FunctionEnd

Function AddDesktopShortcut
  CreateShortcut "$DESKTOP\${SHORTCUT}.lnk" "$INSTDIR\offcirc.exe" "" "" "" SW_SHOWNORMAL "" "$(setup_comment)"
FunctionEnd

; Through Explorer, so that it runs with the rights of the desk and not of the setup.
Function RunNow
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\offcirc.exe"'
FunctionEnd

; ---------------------------------------------------------------------------- removing it

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
  ReadRegStr $DataFolder SHCTX "${UNINSTALL_KEY}" "DataFolder"
  ${If} $DataFolder == ""
    ; Not known under this account: it was installed for all, and this one may not remove it.
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 == $INSTDIR
      MessageBox MB_OK|MB_ICONSTOP "$(setup_no_uninstall_all)" /SD IDOK
      StrCpy $0 "$(setup_no_uninstall_all)"
      Call un.Say
      SetErrorLevel 2
      Quit
    ${EndIf}
    StrCpy $DataFolder "${DATA_FOLDER}"
  ${EndIf}
FunctionEnd

Section "un.OffCirc"
  Call un.WaitUntilClosed
  Delete "$INSTDIR\offcirc.exe"
  Delete "$INSTDIR\offcirc-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing else is in it
  Delete "$SMPROGRAMS\${SHORTCUT}.lnk"
  Delete "$DESKTOP\${SHORTCUT}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ; No transaction file, spool, setting or data folder is touched.
  StrCpy $0 "$(setup_kept_files)$\r$\n$DataFolder"
  Call un.Say
SectionEnd
