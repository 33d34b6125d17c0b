; The installer of the desk: for one user, without an administrator, without the network.
; `make installer` compiles it: makensis -INPUTCHARSET UTF8 -DPROGRAM=… -DVERSION=… -DNUMBERS=… -DLONGEST=… -DSIDE=… -DOUT=…
; Exit codes for /S: 0 done, 1 stopped by a person, 2 stopped, 3 the program is running, 4 a newer version is there,
; 5 the new program did not pass its own trial. The old program is replaced only by one that passed.
Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include FileFunc.nsh
!include nsDialogs.nsh
!include words.nsh

!define NAME "MotCuaThanThien"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define LONGEST_PATH 259
!ifndef COMPRESSOR
  !define COMPRESSOR "/SOLID lzma"
!endif

Name "${PRODUCT}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor ${COMPRESSOR}
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
BrandingText "${PRODUCT} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
AllowRootDirInstall false

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài ${PRODUCT}"
VIAddVersionKey /LANG=1066 "CompanyName" "${PRODUCT}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "Apache-2.0"

Var Registers
Var Installed
Var Needed
Var Free
Var Tried
Var AlsoWipe
Var Wipe

!define MUI_ICON "mot-cua.ico"
!define MUI_UNICON "mot-cua.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "${SAY_WELCOME}"
!define MUI_WELCOMEPAGE_TEXT "${SAY_WELCOME_TEXT}"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW NameInstallButton
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "${SAY_INSTALLING}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_INSTALLING_TEXT}"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${SAY_DONE}"
!define MUI_FINISHPAGE_TEXT "${SAY_DONE_TEXT}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\desk-app.exe"
!define MUI_FINISHPAGE_RUN_TEXT "${SAY_OPEN_NOW}"
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.Ask un.Asked
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; ---- before anything is touched

!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONINFORMATION "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

Function .onInit
  SetShellVarContext current
  StrCpy $Registers "$LOCALAPPDATA\${NAME}"
  Call RightWindows
  Call ShortEnough
  Call OwnPlace
  Call NotOlder
FunctionEnd

Function NameInstallButton
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:${SAY_INSTALL}"
FunctionEnd

Function RightWindows
  ${If} ${RunningX64}
  ${AndIf} ${AtLeastWin10}
    Return
  ${EndIf}
  !insertmacro Refuse 2 "${SAY_WRONG_WINDOWS}"
FunctionEnd

; The longest file of the program, below the folder it is first copied into.
Function ShortEnough
  StrLen $0 "$INSTDIR.moi\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > ${LONGEST_PATH}
    !insertmacro Refuse 2 "${SAY_TOO_DEEP}"
  ${EndIf}
FunctionEnd

; A folder that holds something else, a register above all, is never replaced.
Function OwnPlace
  ${If} $INSTDIR == $Registers
  ${OrIf} ${FileExists} "$INSTDIR\register.db"
    !insertmacro Refuse 2 "${SAY_NOT_OURS}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\desk-app.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      !insertmacro Refuse 2 "${SAY_NOT_OURS}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function NotOlder
  ReadRegStr $Installed HKCU "${KEY}" "DisplayVersion"
  ${If} $Installed == ""
    Return
  ${EndIf}
  ${VersionCompare} "$Installed" "${VERSION}" $0
  ${If} $0 == 1
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "${SAY_NEWER}" /SD IDNO IDYES go_on
    SetErrorLevel 4
    Quit
    go_on:
  ${EndIf}
FunctionEnd

; A program that runs cannot be opened for writing. It is never ended by force: somebody may be typing.
!macro Closed PREFIX
  Function ${PREFIX}Closed
    again:
    Push "$INSTDIR\desk-app.exe"
    Call ${PREFIX}IsRunning
    Pop $0
    Push "$INSTDIR\desk-cli.exe"
    Call ${PREFIX}IsRunning
    Pop $1
    ${If} $0 == 1
    ${OrIf} $1 == 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${SAY_RUNNING}" /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Quit
    ${EndIf}
  FunctionEnd

  Function ${PREFIX}IsRunning
    Exch $0
    Push $1
    ${If} ${FileExists} "$0"
      ClearErrors
      FileOpen $1 "$0" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $1
        StrCpy $0 0
      ${EndIf}
    ${Else}
      StrCpy $0 0
    ${EndIf}
    Pop $1
    Exch $0
  FunctionEnd
!macroend
!insertmacro Closed ""
!insertmacro Closed "un."

; ---- installing

Section "program" PROGRAM_PART
  Call Unfinished
  Call Closed
  Call RoomLeft
  Call Copied
  Call Passed
  Call Swapped
  Call Known
SectionEnd

; What a power cut left: the old program half replaced is put back, a half copied new one goes.
Function Unfinished
  ${If} ${FileExists} "$INSTDIR.cu\desk-app.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\desk-app.exe"
    RMDir "$INSTDIR"
    Rename "$INSTDIR.cu" "$INSTDIR"
  ${EndIf}
  RMDir /r "$INSTDIR.cu"
  RMDir /r "$INSTDIR.moi"
FunctionEnd

Function RoomLeft
  SectionGetSize ${PROGRAM_PART} $Needed
  IntOp $Needed $Needed / 1024
  IntOp $Needed $Needed + 100
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $Free
  ${If} $Free != ""
  ${AndIf} $Free < $Needed
    !insertmacro Refuse 2 "${SAY_NO_ROOM}"
  ${EndIf}
FunctionEnd

Function Copied
  DetailPrint "${SAY_STEP_COPY}"
  SetDetailsPrint none
  SetOverwrite try
  ClearErrors
  SetOutPath "$INSTDIR.moi"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR.moi\go-bo.exe"
  SetDetailsPrint both
  SetOutPath "$TEMP"
  ${If} ${Errors}
    RMDir /r "$INSTDIR.moi"
    !insertmacro Refuse 2 "${SAY_NOT_COPIED}"
  ${EndIf}
FunctionEnd

Function Passed
  DetailPrint "${SAY_STEP_TRY}"
  nsExec::Exec /TIMEOUT=300000 '"$INSTDIR.moi\desk-cli.exe" self-test'
  Pop $Tried
  ${If} $Tried != 0
    RMDir /r "$INSTDIR.moi"
    !insertmacro Refuse 5 "${SAY_NOT_PASSED}"
  ${EndIf}
FunctionEnd

; Two renames in one folder: whatever goes wrong, the old program is there under its own name.
Function Swapped
  DetailPrint "${SAY_STEP_SWAP}"
  Call Closed
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\*.*"
    Rename "$INSTDIR" "$INSTDIR.cu"
  ${EndIf}
  ${IfNot} ${Errors}
    Rename "$INSTDIR.moi" "$INSTDIR"
  ${EndIf}
  ${If} ${Errors}
    Rename "$INSTDIR.cu" "$INSTDIR"
    RMDir /r "$INSTDIR.moi"
    !insertmacro Refuse 2 "${SAY_NOT_SWAPPED}"
  ${EndIf}
  RMDir /r "$INSTDIR.cu"
FunctionEnd

; Shortcuts and the entry under "Apps". Who took the shortcut off the desktop does not get it back by an upgrade.
Function Known
  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\desk-app.exe"
  ${If} $Installed == ""
  ${OrIf} ${FileExists} "$DESKTOP\${PRODUCT}.lnk"
    CreateShortcut "$DESKTOP\${PRODUCT}.lnk" "$INSTDIR\desk-app.exe"
  ${EndIf}
  WriteRegStr HKCU "${KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${PRODUCT}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\desk-app.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\go-bo.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\go-bo.exe" /S'
  SectionGetSize ${PROGRAM_PART} $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.moi"
FunctionEnd

; ---- taking it off again; the registers stay unless somebody asks twice for the opposite

Function un.onInit
  SetShellVarContext current
  StrCpy $Registers "$LOCALAPPDATA\${NAME}"
  StrCpy $Wipe 0
  ${IfNot} ${FileExists} "$INSTDIR\desk-app.exe"
  ${OrIfNot} ${FileExists} "$INSTDIR\_internal\*.*"
    !insertmacro Refuse 2 "${SAY_STRANGE_PLACE}"
  ${EndIf}
FunctionEnd

Function un.Ask
  !insertmacro MUI_HEADER_TEXT "${SAY_REMOVE}" "${SAY_REMOVE_TEXT}"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 26u "${SAY_KEPT}"
  Pop $0
  ${NSD_CreateText} 0 32u 100% 13u "$Registers"
  Pop $0
  SendMessage $0 ${EM_SETREADONLY} 1 0
  ${If} ${FileExists} "$Registers\*.*"
    ${NSD_CreateCheckbox} 0 62u 100% 20u "${SAY_ALSO_WIPE}"
    Pop $AlsoWipe
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:${SAY_REMOVE_NOW}"
  nsDialogs::Show
FunctionEnd

Function un.Asked
  ${If} $AlsoWipe != ""
    ${NSD_GetState} $AlsoWipe $Wipe
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.Closed
  SetOutPath "$TEMP"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  Delete "$DESKTOP\${PRODUCT}.lnk"
  ; Only what the installer brought: a folder of somebody else's below it stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\desk-app.exe"
  Delete "$INSTDIR\desk-cli.exe"
  Delete "$INSTDIR\go-bo.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
  ${If} $Wipe == ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "${SAY_WIPE_SURE}" /SD IDNO IDNO kept
    RMDir /r "$Registers"
    kept:
  ${EndIf}
SectionEnd
